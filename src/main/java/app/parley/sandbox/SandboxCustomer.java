package app.parley.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * A person on WhatsApp. The business-scoped user id is always there; who took a username may hide the phone number
 * (contract section 2.3).
 */
record SandboxCustomer(
        String userId,
        String name,
        @Nullable String waId,
        @Nullable String phone,
        @Nullable String username) {

    /** What stands under the name: the phone number, else the username. */
    String address() {
        if (phone != null) {
            return phone;
        }
        if (waId != null) {
            return "+" + waId;
        }
        return username == null ? userId : "@" + username;
    }

    /** The part of a message id that, at Meta, holds the phone number. */
    String idPart() {
        return waId == null ? userId : waId;
    }
}
