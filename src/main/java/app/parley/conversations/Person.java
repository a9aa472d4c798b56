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

    /** Two that are one; of what both have, the newer one's counts. */
    static Person merged(CustomerId id, Person newer, Person older) {
        return new Person(
                id,
                newer.userId == null ? older.userId : newer.userId,
                newer.waId == null ? older.waId : newer.waId,
                newer.waId == null && older.phone != null ? older.phone : newer.phone,
                newer.username == null ? older.username : newer.username,
                newer.name == null ? older.name : newer.name);
    }

    /** What we know stays as it is; what we did not know is added. */
    Person filledFrom(Sender sender) {
        return new Person(
                id,
                userId == null ? sender.userId() : userId,
                waId == null ? sender.waId() : waId,
                waId != null || sender.waId() == null ? phone : phoneOf(sender.waId()),
                username == null ? sender.username() : username,
                name == null ? sender.name() : name);
    }

    /** Whether we know them by these ids, as far as they are named and we know any. */
    boolean stillHas(@Nullable String oldUserId, @Nullable String oldWaId) {
        return (oldUserId == null || userId == null || oldUserId.equals(userId))
                && (oldWaId == null || waId == null || oldWaId.equals(waId));
    }

    static String phoneOf(String waId) {
        return "+" + waId;
    }
}
