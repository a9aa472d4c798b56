package app.parley.inbox;

import app.parley.conversations.NumberCount;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whom to write to, and from which of our numbers. */
final class NewConversation extends Dialog {

    private final Select<NumberCount> from = new Select<>();
    private final TextField phone = new TextField(getTranslation("inbox.begin.phone"));
    private final Paragraph problem = new Paragraph();
    private final Beginning begin;

    /** What follows, once it is known with whom. */
    @FunctionalInterface
    interface Beginning {
        /** @return why it could not be begun, in words; null when it was */
        @Nullable
        String with(NumberCount number, String waId);
    }

    /** @param chosen the {@code phone_number_id} that the list shows; null for all numbers */
    NewConversation(List<NumberCount> numbers, @Nullable String chosen, Beginning begin) {
        this.begin = begin;
        setHeaderTitle(getTranslation("inbox.begin"));
        addClassName("begin-dialog");
        from.setLabel(getTranslation("inbox.begin.from"));
        from.setItems(numbers);
        from.setItemLabelGenerator(number -> number.name() + " · " + PhoneWords.format(number.displayPhone()));
        numbers.stream()
                .filter(number -> number.phoneNumberId().equals(chosen))
                .findFirst()
                .or(() -> numbers.stream().findFirst())
                .ifPresent(from::setValue);
        from.setVisible(numbers.size() > 1);
        phone.setPlaceholder("+34 612 34 56 78");
        phone.setHelperText(getTranslation("inbox.begin.hint"));
        phone.setManualValidation(true);
        // Enter must find on the server what the field shows at that moment.
        phone.setValueChangeMode(ValueChangeMode.EAGER);
        phone.getElement().setAttribute("inputmode", "tel");
        phone.addKeyDownListener(Key.ENTER, key -> next());
        problem.addClassName("template-problem");
        problem.getElement().setAttribute("role", "alert");
        Div form = new Div(from, phone, problem);
        form.addClassName("begin-form");
        add(form);
        Button next = new Button(getTranslation("inbox.begin.next"), click -> next());
        next.addClassName("template-send");
        getFooter().add(new Button(getTranslation("template.cancel"), click -> close()), next);
        phone.setAutofocus(true);
    }

    private void next() {
        Optional<String> waId = waId(phone.getValue());
        phone.setInvalid(waId.isEmpty());
        phone.setErrorMessage(waId.isEmpty() ? getTranslation("inbox.begin.no-phone") : "");
        if (waId.isPresent() && from.getValue() != null) {
            String refusal = begin.with(from.getValue(), waId.get());
            problem.setText(refusal == null ? "" : refusal);
            if (refusal == null) {
                close();
            }
        }
    }

    /** Digits with the country code, however it was written; empty when no country has such a number. */
    static Optional<String> waId(String written) {
        String international = written.strip().replaceFirst("^00", "+");
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber number = numbers.parse(international, null);
            return numbers.isPossibleNumber(number)
                    ? Optional.of(numbers.format(number, PhoneNumberUtil.PhoneNumberFormat.E164)
                            .substring(1))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
