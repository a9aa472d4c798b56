package app.parley.shuffle;

import app.parley.shuffle.Person.Conversation;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Single changes of webhooks, as JSON. */
final class Changes {

    private static final List<String> EMOJI = List.of("\uD83D\uDC4D", "\u2764", "\uD83C\uDF89", "");
    private static final List<String> STATUSES =
            List.of("sent", "sent", "delivered", "delivered", "read", "played", "failed", "warning");

    private final Random random;
    private final Set<String> withOldMessage = new HashSet<>();
    private final Set<String> priced = new HashSet<>();
    private int count;

    Changes(Random random) {
        this.random = random;
    }

    String text(Conversation in, long at) {
        String id = id();
        String context = random.nextInt(5) == 0 ? "\"context\":{\"id\":\"" + anyOf(in) + "\"}," : "";
        in.texts().add(id);
        return message(in, id, at, "text", context, "{\"body\":\"Words of %s\"}".formatted(id));
    }

    String image(Conversation in, long at) {
        String id = id();
        in.images().add(id);
        return message(in, id, at, "image", "", image(id));
    }

    private static String image(String id) {
        return "{\"id\":\"media.%s\",\"mime_type\":\"image/jpeg\",\"caption\":\"Caption of %s\"}".formatted(id, id);
    }

    /** Of any other type. */
    String other(Conversation in, long at) {
        String id = id();
        return switch (random.nextInt(6)) {
            case 0 -> message(in, id, at, "location", "", "{\"latitude\":41.38,\"longitude\":2.17,\"name\":\"Plaza\"}");
            case 1 -> message(in, id, at, "contacts", "", "[{\"name\":{\"formatted_name\":\"Freja\"}}]");
            case 2 -> message(in, id, at, "button", "", "{\"text\":\"Confirm\",\"payload\":\"c\"}");
            case 3 -> message(in, id, at, "unsupported", "", "{\"type\":\"poll_creation\"}");
            case 4 -> message(in, id, at, "brand_new", "\"context\":{\"forwarded\":true},", "{}");
            default -> message(in, id, at, "text", "\"group_id\":\"group\",", "{\"body\":\"to a group\"}");
        };
    }

    /** Three days old, if there is none in the conversation yet. */
    String old(Conversation in, long at) {
        return withOldMessage.add(in.hello()) ? text(in, at - Duration.ofDays(3).toSeconds()) : text(in, at);
    }

    String reaction(Conversation in, long at) {
        String emoji = EMOJI.get(random.nextInt(EMOJI.size()));
        return message(
                in,
                id(),
                at,
                "reaction",
                "",
                "{\"message_id\":\"%s\"%s}"
                        .formatted(anyOf(in), emoji.isEmpty() ? "" : ",\"emoji\":\"" + emoji + "\""));
    }

    String edit(Conversation in, Conversation other, long at) {
        String id = id();
        return switch (random.nextInt(6)) {
            case 0 -> message(in, id, at, "unsupported", "", "{\"type\":\"edit\"}");
            case 1 -> in.images().isEmpty() ? text(in, at) : edit(in, id, at, one(in.images()), "image", image(id));
            case 2 -> edit(in, id, at, one(other.texts()), "text", "{\"body\":\"Not mine\"}");
            case 3 -> edit(in, id, at, "wamid.unknown." + id, "text", "{\"body\":\"Of what?\"}");
            default -> edit(in, id, at, one(in.texts()), "text", "{\"body\":\"Edited by %s\"}".formatted(id));
        };
    }

    private String edit(Conversation in, String id, long at, String target, String type, String content) {
        return message(
                in,
                id,
                at,
                "edit",
                "",
                "{\"original_message_id\":\"%s\",\"message\":{\"type\":\"%s\",\"%s\":%s}}"
                        .formatted(target, type, type, content));
    }

    String revoke(Conversation in, Conversation other, long at) {
        String id = id();
        String target = switch (random.nextInt(6)) {
            case 0 -> one(other.texts());
            case 1 -> "wamid.unknown." + id;
            case 2 -> in.images().isEmpty() ? one(in.texts()) : one(in.images());
            default -> one(in.texts());
        };
        return message(in, id, at, "revoke", "", "{\"original_message_id\":\"%s\"}".formatted(target));
    }

    String notice(Conversation in, long at) {
        return message(in, id(), at, "system", "", "{\"type\":\"customer_identity_changed\",\"body\":\"Changed\"}");
    }

    /** The person goes on as somebody new from the next message on. */
    String moves(Conversation in, long at) {
        Person person = in.person();
        String change = switch (person.moves) {
            case NUMBER ->
                message(
                        in,
                        id(),
                        at,
                        "system",
                        "",
                        "{\"type\":\"user_changed_number\",\"wa_id\":\"%s\"}".formatted(person.waId(true)));
            case USER_ID ->
                person.index % 2 == 0
                        ? message(
                                in,
                                id(),
                                at,
                                "system",
                                "",
                                "{\"type\":\"user_changed_user_id\",\"user_id\":\"%s\"}".formatted(person.userId(true)))
                        : "{\"field\":\"user_id_update\",\"value\":{\"wa_id\":\"%s\",\"user_id\":{\"previous\":\"%s\",\"current\":\"%s\"},\"timestamp\":%d}}"
                                .formatted(person.waId(false), person.userId(false), person.userId(true), at);
            case NAME, NEVER -> text(in, at);
        };
        person.move();
        return change;
    }

    String call(Conversation in, long at) {
        return change(
                "calls",
                in,
                "\"contacts\":[%s],\"calls\":[{\"id\":\"%s\",%s\"event\":\"connect\",\"direction\":\"USER_INITIATED\",\"timestamp\":\"%d\"}]"
                        .formatted(in.person().contact(), id(), in.person().from(), at));
    }

    /** Of one of our two messages, or of one that another application sent. */
    String status(Conversation in, long at) {
        int which = random.nextInt(3);
        String ref =
                which == 2 ? "wamid.theirs." + in.person().index : in.ours().get(which);
        String status = STATUSES.get(random.nextInt(STATUSES.size()));
        String callback = which == 1 && in.isAnswerLost()
                ? ",\"biz_opaque_callback_data\":\"parley:" + in.ourId(which) + "\""
                : "";
        String pricing = priced.add(in.number() + ref + status)
                ? ",\"pricing\":{\"billable\":true,\"pricing_model\":\"PMP\",\"type\":\"regular\",\"category\":\"by_%s\"}"
                        .formatted(status)
                : "";
        String errors = status.equals("failed") ? ",\"errors\":[{\"code\":131026,\"title\":\"Undeliverable\"}]" : "";
        String group = random.nextInt(20) == 0 ? ",\"recipient_type\":\"group\"" : "";
        return change(
                "messages",
                in,
                "\"contacts\":[%s],\"statuses\":[{\"id\":\"%s\",\"status\":\"%s\",\"timestamp\":\"%d\"%s%s%s%s}]"
                        .formatted(
                                in.person().contact(),
                                ref,
                                status,
                                at - random.nextInt(1000),
                                callback,
                                pricing,
                                errors,
                                group));
    }

    static String message(Conversation in, String id, long at, String type, String more, String content) {
        String contacts =
                type.equals("system") ? "" : "\"contacts\":[" + in.person().contact() + "],";
        return change(
                "messages",
                in,
                "%s\"messages\":[{%s%s\"id\":\"%s\",\"timestamp\":\"%d\",\"type\":\"%s\",\"%s\":%s}]"
                        .formatted(contacts, in.person().from(), more, id, at, type, type, content));
    }

    private static String change(String field, Conversation in, String value) {
        return "{\"field\":\"%s\",\"value\":{\"metadata\":{\"phone_number_id\":\"%s\"},%s}}"
                .formatted(field, in.number(), value);
    }

    private String id() {
        return "wamid." + ++count;
    }

    /** Theirs, ours, or one that nobody knows. */
    private String anyOf(Conversation in) {
        return switch (random.nextInt(10)) {
            case 0 -> "wamid.nobodys." + in.person().index;
            case 1, 2 -> one(in.ours());
            default -> one(in.texts());
        };
    }

    private String one(List<String> ids) {
        return ids.get(random.nextInt(ids.size()));
    }
}
