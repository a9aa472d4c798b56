package app.parley.admin;

import app.parley.mail.MailMessage;
import app.parley.mail.Mailer;
import app.parley.mail.NotSentException;
import app.parley.team.Agent;
import app.parley.team.AgentId;
import app.parley.team.TeamAdministration;
import app.parley.team.TeamRefusedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** Sends a link to whom it is for, by mail. Whatever comes of it, the link stands above. */
final class LinkMail extends Div {

    private final transient Mailer mailer;
    private final transient TeamAdministration administration;
    private final AgentId me;
    private final AgentId agent;
    private final String token;
    private final Button send = new Button(getTranslation("team.link.mail"), click -> askWhereWeAre());
    private final Paragraph outcome = new Paragraph();

    LinkMail(Mailer mailer, TeamAdministration administration, AgentId me, AgentId agent, String token) {
        this.mailer = mailer;
        this.administration = administration;
        this.me = me;
        this.agent = agent;
        this.token = token;
        setClassName("link-mail");
        outcome.getElement().setAttribute("role", "status");
        outcome.setVisible(false);
        send.setDisableOnClick(true);
        add(send, outcome);
    }

    /** Only the browser knows under which address it found us. */
    private void askWhereWeAre() {
        getElement()
                .executeJs("return new URL('join/' + $0, document.baseURI).href", token)
                .then(String.class, this::send);
    }

    private void send(String link) {
        if (!link.matches("https?://.*/join/" + token)) {
            return;
        }
        try {
            Agent guest = administration.addressee(me, agent);
            String text = getTranslation("mail.join.text", guest.name(), link);
            post(new MailMessage(guest.name(), guest.email(), getTranslation("mail.join.subject"), text));
        } catch (TeamRefusedException e) {
            show(e);
        }
    }

    private void post(MailMessage letter) {
        getUI().ifPresent(ui -> BackgroundCall.ask(
                ui,
                () -> {
                    mailer.send(letter);
                    administration.linkMailed(me, agent);
                    return letter.address();
                },
                email -> show(getTranslation("team.link.mailed", email), "health-more"),
                this::show));
    }

    private void show(RuntimeException failure) {
        send.setEnabled(true);
        String key = switch (failure) {
            case NotSentException e -> "mail.trouble." + e.trouble();
            case TeamRefusedException e -> "team.refused." + e.refusal();
            default -> throw failure;
        };
        show(getTranslation(key), "health-warning");
    }

    private void show(String words, String className) {
        outcome.setText(words);
        outcome.setClassName(className);
        outcome.setVisible(true);
    }
}
