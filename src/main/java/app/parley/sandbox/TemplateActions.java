package app.parley.sandbox;

import java.time.Clock;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What Meta decides about templates; the business hears of it by webhook (contract section 6). */
@SandboxComponent
final class TemplateActions {

    static final List<String> STATUSES = List.of("APPROVED", "PENDING", "REJECTED", "PAUSED", "DISABLED");

    private static final String FIELD = "message_template_status_update";

    private final TemplateStore templates;
    private final SandboxWebhooks webhooks;
    private final Envelope envelope;
    private final Clock clock;

    TemplateActions(TemplateStore templates, SandboxWebhooks webhooks, Envelope envelope, Clock clock) {
        this.templates = templates;
        this.webhooks = webhooks;
        this.envelope = envelope;
        this.clock = clock;
    }

    List<ObjectNode> all() {
        return templates.all();
    }

    void decides(ObjectNode template, String status) {
        if (!STATUSES.contains(status)) {
            throw GraphError.badParameter(131009, "status is one of " + STATUSES);
        }
        templates.set(template, status);
        ObjectNode value = MetaJson.object()
                .put("event", status)
                .put("message_template_id", Long.parseLong(TemplateStore.word(template, "id")))
                .put("message_template_name", TemplateStore.word(template, "name"))
                .put("message_template_language", TemplateStore.word(template, "language"))
                .put("reason", status.equals("REJECTED") ? "INVALID_FORMAT" : "NONE")
                .put("message_template_category", TemplateStore.word(template, "category"));
        // Not a customer's, but in order all the same.
        webhooks.post(new PhoneId("", FIELD), envelope.ofAccount(FIELD, value, clock.instant()), () -> {});
    }
}
