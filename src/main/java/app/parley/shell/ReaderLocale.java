package app.parley.shell;

import app.parley.team.Agent;
import app.parley.team.CurrentAgent;
import app.parley.team.Language;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Whose language a page speaks: the agent's own choice, else the browser's. What somebody chose stays with their browser
 * too, so that the login page speaks it as well. Dates and numbers are written as in the country the browser names.
 */
@Component
class ReaderLocale {

    private static final String COOKIE = "parley-language";
    private static final Duration KEPT = Duration.ofDays(365);

    private final CurrentAgent currentAgent;
    private final Messages messages;

    ReaderLocale(CurrentAgent currentAgent, Messages messages) {
        this.currentAgent = currentAgent;
        this.messages = messages;
    }

    Locale of(VaadinRequest request) {
        // Without extensions: somebody's numerals would not be those that fields can read back.
        List<Locale> wanted = Collections.list(request.getLocales()).stream()
                .map(Locale::stripExtensions)
                .toList();
        Locale language = currentAgent
                .find()
                .map(Agent::language)
                .orElseGet(() -> kept(request))
                .locale()
                .or(() -> wanted.stream().filter(this::isSpoken).findFirst())
                .orElse(Locale.ENGLISH);
        return wanted.stream()
                .filter(locale -> locale.getLanguage().equals(language.getLanguage()))
                .findFirst()
                .orElse(language);
    }

    private boolean isSpoken(Locale locale) {
        return messages.getProvidedLocales().stream()
                .anyMatch(spoken -> spoken.getLanguage().equals(locale.getLanguage()));
    }

    /** Has the browser keep what the agent who is logged in has chosen. */
    void keep(VaadinRequest request, VaadinResponse response) {
        currentAgent
                .find()
                .map(Agent::language)
                .filter(language -> language != kept(request))
                .ifPresent(language -> {
                    Cookie cookie = new Cookie(COOKIE, language.name());
                    cookie.setPath(request.getContextPath() + "/");
                    cookie.setHttpOnly(true);
                    cookie.setSecure(request.isSecure());
                    cookie.setMaxAge(language == Language.BROWSER ? 0 : Math.toIntExact(KEPT.toSeconds()));
                    cookie.setAttribute("SameSite", "Lax");
                    response.addCookie(cookie);
                });
    }

    private static Language kept(VaadinRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> COOKIE.equals(cookie.getName()))
                .flatMap(cookie -> Stream.of(Language.values())
                        .filter(language -> Objects.equals(language.name(), cookie.getValue())))
                .findFirst()
                .orElse(Language.BROWSER);
    }
}
