package app.parley.shell;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Every text on the screens, from {@code messages.properties} and its translations. */
@Component
class Messages implements I18NProvider {

    private static final List<String> TRANSLATIONS = List.of("es", "pt");

    private final transient MessageSource texts;
    private final List<Locale> locales;

    Messages(MessageSource texts) {
        this.texts = texts;
        // English first: it is what a browser with none of these languages gets.
        this.locales = Stream.concat(
                        Stream.of(Locale.ENGLISH),
                        TRANSLATIONS.stream().filter(Messages::exists).map(Locale::of))
                .toList();
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return locales;
    }

    /** A missing text must not break a screen: its key stands there instead, where a person sees it. */
    @Override
    public String getTranslation(String key, Locale locale, Object... params) {
        return Objects.requireNonNullElse(texts.getMessage(key, params, null, locale), "!" + key + "!");
    }

    private static boolean exists(String language) {
        return Messages.class.getResource("/messages_" + language + ".properties") != null;
    }
}
