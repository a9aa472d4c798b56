package app.parley.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * A send that was accepted, with what its statuses repeat.
 *
 * @param byUserId whether it was addressed by user id rather than by phone number
 * @param callbackData the sender's {@code biz_opaque_callback_data}
 */
record Sending(
        String id,
        SandboxNumber number,
        SandboxCustomer customer,
        boolean byUserId,
        String type,
        @Nullable String callbackData) {

    PhoneId phone() {
        return new PhoneId(number.phoneNumberId(), customer.userId());
    }
}
