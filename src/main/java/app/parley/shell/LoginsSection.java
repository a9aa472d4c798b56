package app.parley.shell;

import app.parley.audit.IpAddress;
import app.parley.team.AgentId;
import app.parley.team.Login;
import app.parley.team.Logins;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.VaadinSession;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where one is logged in; each can be ended, and all but this one at once. */
final class LoginsSection extends ProfileSection {

    private final transient Logins logins;
    private final AgentId me;
    private final UnorderedList list = new UnorderedList();
    private final Button others = new Button(getTranslation("profile.logins.others"), click -> endOthers());

    LoginsSection(Logins logins, AgentId me) {
        super("logins");
        this.logins = logins;
        this.me = me;
        list.setClassName("health-lines");
        add(words("profile.logins.meaning"), list, others, outcome());
        show();
    }

    private void show() {
        List<Login> all = logins.of(me, me);
        list.removeAll();
        all.forEach(login -> list.add(line(login)));
        others.setVisible(all.stream().anyMatch(login -> !isThis(login)));
    }

    private ListItem line(Login login) {
        Span browser = new Span(login.browser().isEmpty() ? getTranslation("profile.browser") : login.browser());
        browser.setClassName("health-what");
        Span where = new Span(where(login));
        where.setClassName("health-more");
        Div both = new Div(browser, where);
        both.setClassName("health-both");
        if (isThis(login)) {
            return new ListItem(both, new Span(getTranslation("profile.logins.this")));
        }
        Button end = new Button(getTranslation("profile.logins.end"), click -> end(List.of(login)));
        end.setAriaLabel(getTranslation("profile.logins.end.of", browser.getText()));
        return new ListItem(both, end);
    }

    /** From where, since when, and when last: several may well be the same browser at the same address. */
    private String where(Login login) {
        String since = login.since() == null ? "" : getTranslation("profile.logins.since", time(login.since()));
        return Stream.of(
                        IpAddress.shown(login.address()),
                        since,
                        getTranslation("profile.logins.seen", time(login.lastSeen())))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private String time(Instant instant) {
        return ReaderZone.format(getUI().orElseGet(UI::getCurrent)).format(instant);
    }

    private void endOthers() {
        end(logins.of(me, me).stream().filter(login -> !isThis(login)).toList());
    }

    private void end(List<Login> which) {
        logins.end(me, me, which);
        tell("profile.logins.ended", true);
        show();
    }

    private static boolean isThis(Login login) {
        VaadinSession session = VaadinSession.getCurrent();
        return session != null
                && session.getSession() != null
                && login.id().equals(session.getSession().getId());
    }
}
