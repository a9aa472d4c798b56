package app.parley.inbox.chat;

import app.parley.conversations.ChatHeader;
import app.parley.conversations.RefusedException;
import app.parley.conversations.TemplateChoice;
import app.parley.numbers.ApprovedTemplate;
import app.parley.team.AgentId;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Chooses a template, fills it in, shows what the customer will get, and sends it. On a phone: one after the other. */
final class TemplatePicker extends Dialog {

    private final TemplateSending desk;
    private final AgentId agent;
    private final ChatHeader to;
    private final Clock clock;
    private final Runnable sent;
    private final TemplateList list = new TemplateList(this::choose);
    private final Div chosen = new Div();
    private final Div table = new Div(list, chosen);
    private final Paragraph problem = new Paragraph();
    private final Button send = new Button(getTranslation("template.send"));
    private final Button back = new Button(getTranslation("template.back"));

    /** Names this opening of the dialog: what is sent from it is sent once. */
    private final String sendKey = UUID.randomUUID().toString();

    private @Nullable TemplateFields fields;

    /** @param sent called once it stands in the queue */
    TemplatePicker(TemplateSending desk, AgentId agent, ChatHeader to, Clock clock, Runnable sent) {
        this.desk = desk;
        this.agent = agent;
        this.to = to;
        this.clock = clock;
        this.sent = sent;
        setHeaderTitle(getTranslation("template.title", FirstName.of(to.customerName())));
        addClassName("template-picker");
        table.addClassName("template-table");
        chosen.addClassName("template-chosen");
        problem.addClassName("template-problem");
        problem.getElement().setAttribute("role", "alert");
        send.addClassName("template-send");
        send.setDisableOnClick(true);
        send.addClickListener(click -> send());
        back.addClassName("template-back");
        back.addClickListener(click -> chooseAgain());
        Button cancel = new Button(getTranslation("template.cancel"), click -> close());
        TemplateRefresh refresh = new TemplateRefresh(
                desk.templates(),
                to.numberId(),
                () -> list.show(desk.templates().approved(to.numberId())));
        add(table, problem);
        getFooter().add(refresh, back, cancel, send);
        list.show(desk.templates().approved(to.numberId()));
        chooseAgain();
    }

    @Override
    public void open() {
        super.open();
        list.begin();
    }

    private void chooseAgain() {
        fields = null;
        table.getElement().removeAttribute("chosen");
        back.setVisible(false);
        send.setEnabled(false);
        Paragraph hint = new Paragraph(getTranslation("template.choose"));
        hint.addClassName("template-hint");
        chosen.removeAll();
        chosen.add(hint);
    }

    private void choose(ApprovedTemplate template) {
        say("");
        table.getElement().setAttribute("chosen", true);
        back.setVisible(true);
        chosen.removeAll();
        if (template.form().obstacle() != null) {
            fields = null;
            send.setEnabled(false);
            Paragraph why = new Paragraph(
                    getTranslation("template.obstacle." + template.form().obstacle()));
            why.addClassName("template-hint");
            chosen.add(why);
            return;
        }
        TemplatePreview preview = new TemplatePreview(clock);
        TemplateFile file = template.form()
                .fileType()
                .map(type -> new TemplateFile(desk.uploads(), agent, to.id(), type, () -> show(preview)))
                .orElse(null);
        fields = new TemplateFields(template, file, () -> show(preview));
        chosen.add(fields, preview);
        send.setEnabled(true);
        show(preview);
        if (!fields.begin()) {
            send.focus();
        }
    }

    private void show(TemplatePreview preview) {
        if (fields != null) {
            preview.show(fields.filled(), fields.fileName());
        }
    }

    private void send() {
        if (fields != null) {
            fields.choice().ifPresent(this::send);
        }
        send.setEnabled(fields != null);
    }

    private void send(TemplateChoice choice) {
        try {
            desk.conversations().sendTemplate(agent, to.id(), choice, sendKey);
            close();
            sent.run();
        } catch (RefusedException e) {
            say(getTranslation("chat.refused." + e.refusal()));
        }
    }

    private void say(String words) {
        problem.setText(words);
        problem.setVisible(!words.isEmpty());
    }
}
