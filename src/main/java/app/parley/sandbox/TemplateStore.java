package app.parley.sandbox;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The account's templates as Meta lists them (contract section 6). */
@SandboxComponent
final class TemplateStore {

    static final String APPROVED = "APPROVED";

    private final List<ObjectNode> templates = new CopyOnWriteArrayList<>();

    TemplateStore(SandboxSettings settings, SandboxMediaStore files) {
        if (!settings.templates().isBlank()) {
            MetaJson.read(files.load(settings.templates())).valueStream().forEach(it -> templates.add((ObjectNode) it));
        }
    }

    List<ObjectNode> all() {
        return List.copyOf(templates);
    }

    Optional<ObjectNode> find(String name, String language) {
        return templates.stream()
                .filter(it ->
                        word(it, "name").equals(name) && word(it, "language").equals(language))
                .findFirst();
    }

    /** Replaced whole, for others may be reading it. */
    void set(ObjectNode template, String status) {
        ObjectNode now = template.deepCopy().put("status", status);
        templates.replaceAll(it -> word(it, "id").equals(word(template, "id")) ? now : it);
    }

    /** What the customer sees of something that was sent. */
    TemplateOnPhone shown(String type, JsonNode message) {
        JsonNode sent = message.path("template");
        return find(word(sent, "name"), sent.path("language").path("code").asString(""))
                .filter(template -> type.equals("template"))
                .map(template -> TemplateOnPhone.of(template, sent))
                .orElseGet(() -> new TemplateOnPhone(MessageSummary.of(type, message), List.of()));
    }

    static String word(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
