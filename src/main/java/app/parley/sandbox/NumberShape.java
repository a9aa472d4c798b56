package app.parley.sandbox;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A number in the fields that were asked for (contract section 9). */
final class NumberShape {

    private NumberShape() {}

    /** Asking for a field that does not exist fails the whole call. */
    static ObjectNode select(SandboxNumber number, String fields, AccountState state) {
        ObjectNode all = of(number);
        all.setAll(state.of(number.phoneNumberId()));
        ObjectNode selected = MetaJson.object().put("id", number.phoneNumberId());
        for (String field : fields.split(",", -1)) {
            JsonNode value = all.get(field.strip());
            if (value == null) {
                throw GraphError.badParameter(100, "Tried accessing nonexisting field (" + field.strip() + ")");
            }
            selected.set(field.strip(), value);
        }
        return selected;
    }

    private static ObjectNode of(SandboxNumber number) {
        ObjectNode all = MetaJson.object()
                .put("id", number.phoneNumberId())
                .put("display_phone_number", number.displayPhone())
                .put("verified_name", number.name())
                .put("quality_rating", "GREEN")
                .put("status", "CONNECTED")
                .put("name_status", "APPROVED")
                .put("code_verification_status", "VERIFIED")
                .put("account_mode", "LIVE")
                .put("platform_type", "CLOUD_API")
                .put("whatsapp_business_manager_messaging_limit", "TIER_2K")
                .put("is_official_business_account", false);
        all.putObject("throughput").put("level", "STANDARD");
        ObjectNode health = all.putObject("health_status").put("can_send_message", "AVAILABLE");
        health.putArray("entities")
                .addObject()
                .put("entity_type", "PHONE_NUMBER")
                .put("id", number.phoneNumberId())
                .put("can_send_message", "AVAILABLE");
        return all;
    }
}
