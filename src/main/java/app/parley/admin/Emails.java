package app.parley.admin;

import com.vaadin.flow.data.binder.ValueContext;
import com.vaadin.flow.data.validator.EmailValidator;

/** Whether something looks like an address to write to. */
final class Emails {

    private Emails() {}

    static boolean isOne(String value) {
        return !new EmailValidator("").apply(value.strip(), new ValueContext()).isError();
    }
}
