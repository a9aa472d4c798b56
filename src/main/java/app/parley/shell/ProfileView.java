package app.parley.shell;

import app.parley.team.Agent;
import app.parley.team.CurrentAgent;
import app.parley.team.Logins;
import app.parley.team.PasswordChange;
import app.parley.team.Team;
import app.parley.team.TwoFactor;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** One's own account: the language, the password, the second factor, and where one is logged in. */
@Route("profile")
@PermitAll
@StyleSheet("context://styles/admin.css")
class ProfileView extends Div implements HasDynamicTitle {

    ProfileView(
            CurrentAgent currentAgent,
            Team team,
            PasswordChange password,
            Reauthentication reauthentication,
            TwoFactor twoFactor,
            Logins logins) {
        Agent me = currentAgent.require();
        Div head = new Div(new H1(getTranslation("profile.title")));
        head.setClassName("page-head");
        Paragraph lead = new Paragraph(me.nameAndEmail());
        lead.setClassName("page-lead");
        Div blocks = new Div(
                new LanguageSection(team, me),
                new PasswordSection(password, reauthentication, me),
                new TwoFactorSection(twoFactor, reauthentication, me),
                new LoginsSection(logins, me.requireId()));
        blocks.setClassName("health-blocks");
        setClassName("page");
        add(head, lead, blocks);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("profile.title") + " · Parley";
    }
}
