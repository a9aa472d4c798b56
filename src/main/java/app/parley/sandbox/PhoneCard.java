package app.parley.sandbox;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Supplier;

/** One customer's phone. While it stands on a page the customer is looking at it, and reads what comes. */
final class PhoneCard extends Section {

    private static final int SHOWN = 60;

    private final transient Phone phone;
    private final transient SandboxControls controls;
    private final transient Supplier<MessageTime> time;
    private final transient SequencedMap<String, PhoneBubble> bubbles = new LinkedHashMap<>();
    private final Div messages = new Div();
    private final Div silence = new Div();
    private final Span who = new Span();
    private final TextField text = new TextField();

    PhoneCard(Phone phone, SandboxControls controls, Supplier<MessageTime> time) {
        this.phone = phone;
        this.controls = controls;
        this.time = time;
        String name = phone.customer().name();
        setClassName("phone");
        setAriaLabel(getTranslation("sandbox.phoneOf", name));
        messages.setClassName("phone-messages");
        silence.setClassName("phone-silence");
        silence.setText(getTranslation("sandbox.silence"));
        Div screen = new Div(messages, silence);
        screen.setClassName("phone-screen");
        add(head(), screen, writing(name));
        refresh();
    }

    /** Adds what is new and patches what changed; called with the session's lock. */
    void refresh() {
        List<PhoneMessage> newest = phone.newest(SHOWN);
        for (PhoneMessage message : newest) {
            PhoneBubble bubble = bubbles.get(message.id());
            if (bubble == null) {
                bubble = new PhoneBubble(
                        message,
                        controls.settings().timeZone(),
                        reply -> say(CustomerContent.tap(reply).inReplyTo(message, phone.number())));
                bubbles.put(message.id(), bubble);
                messages.add(bubble);
                PhoneBubble shown = bubble;
                controls.attachments()
                        .of(message.id())
                        .ifPresent(enclosure -> shown.addComponentAsFirst(new PhoneAttachmentView(enclosure, phone)));
            } else {
                bubble.show(message);
            }
        }
        while (bubbles.size() > newest.size()) {
            messages.remove(bubbles.pollFirstEntry().getValue());
        }
        silence.setVisible(bubbles.isEmpty());
        who.setText(phone.customer().name() + " · " + phone.customer().address());
    }

    /** Brings it into view, ready to be written on. */
    void lead() {
        scrollIntoView();
        text.focus();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        phone.watched(true);
        controls.statuses().look(phone);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        phone.watched(false);
    }

    private Header head() {
        Span number = new Span(phone.number().name());
        number.setClassName("phone-number");
        who.setClassName("phone-customer");
        Header head = new Header(number, who);
        head.setClassName("phone-head");
        return head;
    }

    private Div writing(String name) {
        text.setPlaceholder(getTranslation("sandbox.message"));
        text.setAriaLabel(getTranslation("sandbox.messageAs", name));
        // Enter must find on the server what the field shows at that moment.
        text.setValueChangeMode(ValueChangeMode.EAGER);
        text.addKeyDownListener(Key.ENTER, key -> {
            if (!key.isComposing()) {
                sendText();
            }
        });
        Button send = new Button(getTranslation("sandbox.sendSign"), click -> sendText());
        send.setAriaLabel(getTranslation("sandbox.sendAs", name));
        send.addThemeVariants(ButtonVariant.TERTIARY);
        send.setClassName("phone-send");
        Div writing = new Div(new AttachMenu(phone, controls, this::say, time), text, send);
        writing.setClassName("phone-writing");
        return writing;
    }

    private void sendText() {
        if (!text.getValue().isBlank()) {
            say(CustomerContent.text(text.getValue()));
            text.clear();
        }
        text.focus();
    }

    private void say(CustomerContent content) {
        String id = controls.actions().says(phone, content, time.get());
        assert phone.knows(id) || !content.standsOnThePhone();
    }
}
