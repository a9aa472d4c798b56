package app.parley.admin;

import app.parley.mail.Mailer;
import app.parley.numbers.Membership;
import app.parley.numbers.Membership.Invited;
import app.parley.numbers.Membership.Settled;
import app.parley.numbers.NumberAccess;
import app.parley.numbers.Numbers;
import app.parley.team.AgentId;
import app.parley.team.CurrentAgent;
import app.parley.team.ExternalIdentities;
import app.parley.team.Logins;
import app.parley.team.Member;
import app.parley.team.TeamAdministration;
import app.parley.team.TeamRefusedException;
import app.parley.team.TwoFactor;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** Who works here: invited, given numbers and a role, disabled. */
@Route("team")
@RolesAllowed("ADMIN")
@StyleSheet("context://styles/admin.css")
class TeamView extends Div implements AfterNavigationObserver, HasDynamicTitle, TeamTable.Acts {

    private final transient TeamAdministration administration;
    private final transient Membership membership;
    private final transient NumberAccess access;
    private final transient Numbers numbers;
    private final transient TwoFactor twoFactor;
    private final transient Logins logins;
    private final transient ExternalIdentities identities;
    private final transient Mailer mailer;
    private final AgentId me;
    private final TeamTable table = new TeamTable(this);

    TeamView(
            TeamAdministration administration,
            Membership membership,
            NumberAccess access,
            Numbers numbers,
            TwoFactor twoFactor,
            Logins logins,
            ExternalIdentities identities,
            Mailer mailer,
            CurrentAgent currentAgent) {
        this.administration = administration;
        this.membership = membership;
        this.access = access;
        this.numbers = numbers;
        this.twoFactor = twoFactor;
        this.logins = logins;
        this.identities = identities;
        this.mailer = mailer;
        this.me = currentAgent.id();
        Button invite = new Button(
                getTranslation("team.invite"), click -> new MemberDialog(numbers.all(), this::invite).open());
        invite.setClassName("page-action");
        Div head = new Div(new H1(getTranslation("team.title")), invite);
        head.setClassName("page-head");
        Paragraph lead = new Paragraph(getTranslation("team.lead"));
        lead.setClassName("page-lead");
        setClassName("page");
        Checkbox compulsory = new Checkbox(getTranslation("team.second.compulsory"), twoFactor.isCompulsory());
        compulsory.setHelperText(getTranslation("team.second.compulsory.help"));
        compulsory.addClassName("page-setting");
        compulsory.addValueChangeListener(change -> trying(() -> twoFactor.makeCompulsory(me, change.getValue())));
        add(head, lead, table, compulsory);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private void show() {
        table.show(administration.all(me), access.all(), numbers.all());
    }

    private void invite(MemberForm form) {
        trying(() -> {
            Invited invited = membership.invite(me, form.email(), form.wanted());
            showLink(invited.guest(), form.wanted().profile().name(), invited.link());
        });
    }

    @Override
    public void edit(Member member) {
        trying(() -> open(member, membership.of(me, member.id())));
    }

    private void open(Member member, Settled seen) {
        MemberDialog dialog = new MemberDialog(
                numbers.all(),
                member,
                seen,
                form -> trying(() -> membership.change(me, member.id(), seen, form.wanted())));
        dialog.offer("team.logins", () -> showLogins(member));
        if (member.twoFactor()) {
            dialog.offer("team.second.take", () -> removeSecondFactor(member));
        }
        if (member.linked()) {
            dialog.offer("team.identity.forget", () -> forgetIdentity(member));
        }
        dialog.open();
    }

    private void forgetIdentity(Member member) {
        trying(() -> {
            identities.forget(me, member.id());
            Notification.show(getTranslation("team.identity.forgotten", member.name()));
        });
    }

    private void showLogins(Member member) {
        ReaderTime time = ReaderTime.of(getUI().orElseGet(UI::getCurrent));
        new LoginsDialog(logins, me, member, time).open();
    }

    private void removeSecondFactor(Member member) {
        ask("team.second.take", member, () -> twoFactor.removeFor(me, member.id()));
    }

    @Override
    public void link(Member member) {
        trying(() -> showLink(member.id(), member.name(), administration.newLink(me, member.id())));
    }

    @Override
    public void enable(Member member, boolean enabled) {
        if (enabled) {
            trying(() -> administration.enable(me, member.id()));
        } else {
            ask("team.act.disable", member, () -> administration.disable(me, member.id()));
        }
    }

    /** @param key of what its button says; below it, what is asked and what it means */
    private void ask(String key, Member member, Runnable deed) {
        new DangerDialog(
                        getTranslation(key + ".sure", member.name()),
                        getTranslation(key + ".meaning"),
                        getTranslation(key),
                        () -> trying(deed),
                        getTranslation("team.cancel"),
                        () -> {})
                .open();
    }

    private void showLink(AgentId guest, String name, String token) {
        LinkDialog dialog = new LinkDialog(name, token);
        if (mailer.isThere()) {
            dialog.add(new LinkMail(mailer, administration, me, guest, token));
        }
        dialog.open();
    }

    private void trying(Runnable change) {
        try {
            change.run();
        } catch (TeamRefusedException e) {
            Notification.show(getTranslation("team.refused." + e.refusal()));
        }
        showOrLeave();
    }

    /** Who has just made an agent of themselves, or was made one, has no business here any more. */
    private void showOrLeave() {
        try {
            show();
        } catch (TeamRefusedException e) {
            getUI().ifPresent(ui -> ui.getPage().setLocation(""));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("team.title") + " · Parley";
    }
}
