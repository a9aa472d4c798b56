package app.parley.sandbox;

import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** One element of {@code statuses[]} (contract section 3). */
final class StatusShape {

    private static final String ERRORS_PAGE =
            "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/";

    private StatusShape() {}

    static ObjectNode of(Sending sending, String state, int code, Instant at) {
        ObjectNode status = MetaJson.object()
                .put("id", sending.id())
                .put("status", state)
                .put("timestamp", Long.toString(at.getEpochSecond()));
        boolean failed = state.equals("failed");
        recipient(status, sending, failed);
        if (sending.callbackData() != null) {
            status.put("biz_opaque_callback_data", sending.callbackData());
        }
        // The price is told with "sent" and with one of the two that follow.
        if (state.equals("sent") || state.equals("delivered")) {
            status.set("pricing", pricing(sending));
        }
        if (failed) {
            status.putArray("errors").add(error(code));
        }
        return status;
    }

    /** Who it went to; a failure names the customer only the way the send did (contract section 2.3). */
    private static void recipient(ObjectNode status, Sending sending, boolean failed) {
        String waId = sending.customer().waId();
        if (waId != null && !(failed && sending.byUserId())) {
            status.put("recipient_id", waId);
        }
        if (!failed || sending.byUserId()) {
            status.put("recipient_user_id", sending.customer().userId());
        }
    }

    static ObjectNode pricing(Sending sending) {
        boolean template = sending.type().equals("template");
        return MetaJson.object()
                .put("billable", template)
                .put("pricing_model", "PMP")
                .put("type", template ? "regular" : "free_customer_service")
                .put("category", template ? "utility" : "service");
    }

    private static ObjectNode error(int code) {
        String title = ErrorWords.title(code);
        ObjectNode error =
                MetaJson.object().put("code", code).put("title", title).put("message", title);
        error.putObject("error_data").put("details", title);
        return error.put("href", ERRORS_PAGE);
    }
}
