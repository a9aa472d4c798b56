package app.parley.conversations;

import app.parley.cloudapi.Sender;
import org.jspecify.annotations.Nullable;

/** A customer with all we know of who they are. */
record Person(
        CustomerId id,
        @Nullable String userId,
        @Nullable String waId,
        @Nullable String phone,
        @Nullable String username,
        @Nullable String name) {

    static Person of(CustomerId id, Sender sender) {
        return new Person(id, null, null, null, null, null).with(sender);
    }

    /** What Meta leaves out this time stays as it was. */
    Person with(Sender sender) {
        return new Person(
                id,
                sender.userId() == null ? userId : sender.userId(),
                sender.waId() == null ? waId : sender.waId(),
                sender.waId() == null ? phone : phoneOf(sender.waId()),
                sender.username() == null ? username : sender.username(),
                sender.name() == null ? name : sender.name());
    }

    static String phoneOf(String waId) {
        return "+" + waId;
    }
}
