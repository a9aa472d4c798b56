package app.parley.admin;

import app.parley.audit.IpAddress;
import app.parley.team.AgentId;
import app.parley.team.Login;
import app.parley.team.Logins;
import app.parley.team.Member;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;

/** Where somebody of the team is logged in, for an admin to end it. */
final class LoginsDialog extends Dialog {

    private final transient Logins logins;
    private final AgentId admin;
    private final transient Member member;
    private final transient ReaderTime time;

    LoginsDialog(Logins logins, AgentId admin, Member member, ReaderTime time) {
        this.logins = logins;
        this.admin = admin;
        this.member = member;
        this.time = time;
        setHeaderTitle(getTranslation("team.logins.title", member.name()));
        addClassName("member-link");
        getFooter().add(new Button(getTranslation("journal.body.close"), click -> close()));
        show();
    }

    private void show() {
        removeAll();
        List<Login> all = logins.of(admin, member.id());
        if (all.isEmpty()) {
            add(new Paragraph(getTranslation("team.logins.none")));
            return;
        }
        HealthLines lines = new HealthLines();
        all.forEach(login -> {
            String browser = login.browser().isEmpty() ? getTranslation("profile.browser") : login.browser();
            Button end = new Button(getTranslation("profile.logins.end"), click -> end(List.of(login)));
            end.setAriaLabel(getTranslation("profile.logins.end.of", browser));
            String more = MetaWords.joined(
                    IpAddress.shown(login.address()),
                    login.since() == null ? "" : getTranslation("profile.logins.since", time.words(login.since())),
                    getTranslation("profile.logins.seen", time.words(login.lastSeen())));
            lines.line(browser, more, end);
        });
        add(lines, new Button(getTranslation("team.logins.all"), click -> end(all)));
    }

    private void end(List<Login> which) {
        logins.end(admin, member.id(), which);
        show();
    }
}
