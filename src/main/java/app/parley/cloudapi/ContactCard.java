package app.parley.cloudapi;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A person a customer passes on (contract 2.2, {@code contacts}); even the name may be missing. */
public record ContactCard(
        @Nullable String name,
        List<Phone> phones,
        List<String> emails,
        @Nullable String company,
        List<String> urls,
        @Nullable String birthday,
        @Nullable String vcard) {

    /** @param waId the person's WhatsApp id, digits; null when they are not known to be on WhatsApp */
    public record Phone(
            @Nullable String number,
            @Nullable String waId,
            @Nullable String type) {}

    static ContactCard of(JsonNode node) {
        return new ContactCard(
                name(node.path("name")),
                node.path("phones")
                        .valueStream()
                        .map(phone -> new Phone(
                                Json.text(phone, "phone"), Json.text(phone, "wa_id"), Json.text(phone, "type")))
                        .filter(phone -> phone.number() != null || phone.waId() != null)
                        .toList(),
                texts(node.path("emails"), "email"),
                Json.text(node.path("org"), "company"),
                texts(node.path("urls"), "url"),
                Json.text(node, "birthday"),
                Json.text(node, "vcard"));
    }

    private static @Nullable String name(JsonNode name) {
        String formatted = Json.text(name, "formatted_name");
        if (formatted != null) {
            return formatted;
        }
        String parts = Stream.of("prefix", "first_name", "middle_name", "last_name", "suffix")
                .map(part -> Json.text(name, part))
                .filter(Objects::nonNull)
                .reduce((first, second) -> first + " " + second)
                .orElse("");
        return parts.isEmpty() ? null : parts;
    }

    private static List<String> texts(JsonNode nodes, String field) {
        return nodes.valueStream()
                .map(node -> Json.text(node, field))
                .filter(Objects::nonNull)
                .toList();
    }
}
