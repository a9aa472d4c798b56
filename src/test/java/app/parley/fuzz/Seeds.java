package app.parley.fuzz;

import java.util.List;
import java.util.stream.Stream;

/** One well-formed webhook of each kind (contract sections 2 and 3), from which the odd ones are made. */
final class Seeds {

    private static final String ACCOUNT = "102290129340398";
    private static final String NUMBER = "106540352242922";

    private static final List<String> CONTENTS = List.of(
            "\"type\":\"text\",\"text\":{\"body\":\"Good morning! *Two* loaves, please \\ud83c\\udf5e https:\\/\\/bonita.example\"}",
            "\"type\":\"image\",\"image\":{\"id\":\"2001\",\"mime_type\":\"image/jpeg\",\"sha256\":\"aGFzaA==\",\"caption\":\"This one\"}",
            "\"type\":\"video\",\"video\":{\"id\":\"2002\",\"mime_type\":\"video/mp4\",\"sha256\":\"aGFzaA==\"}",
            "\"type\":\"audio\",\"audio\":{\"id\":\"2003\",\"mime_type\":\"audio/ogg; codecs=opus\",\"sha256\":\"aGFzaA==\",\"voice\":true}",
            "\"type\":\"document\",\"document\":{\"id\":\"2004\",\"mime_type\":\"application/pdf\",\"sha256\":\"aGFzaA==\",\"filename\":\"Order.pdf\"}",
            "\"type\":\"sticker\",\"sticker\":{\"id\":\"2005\",\"mime_type\":\"image/webp\",\"sha256\":\"aGFzaA==\",\"animated\":true}",
            "\"type\":\"location\",\"location\":{\"latitude\":36.72016,\"longitude\":-4.42034,\"name\":\"Home\",\"address\":\"Calle Larios 4\"}",
            "\"type\":\"contacts\",\"contacts\":[{\"name\":{\"formatted_name\":\"Iker Sanz\",\"first_name\":\"Iker\"},\"phones\":[{\"phone\":\"+34 600 111 222\",\"wa_id\":\"34600111222\"}],\"org\":{\"company\":\"Sanz\"}}]",
            "\"type\":\"reaction\",\"reaction\":{\"message_id\":\"wamid.OUT1\",\"emoji\":\"\\ud83d\\udc4d\"}",
            "\"type\":\"button\",\"button\":{\"text\":\"Confirm\",\"payload\":\"CONFIRM:17\"},\"context\":{\"from\":\"15550783881\",\"id\":\"wamid.OUT1\"}",
            "\"type\":\"interactive\",\"interactive\":{\"type\":\"list_reply\",\"list_reply\":{\"id\":\"r1\",\"title\":\"Rye\",\"description\":\"800 g\"}}",
            "\"type\":\"interactive\",\"interactive\":{\"type\":\"nfm_reply\",\"nfm_reply\":{\"name\":\"flow\",\"body\":\"Sent\",\"response_json\":\"{\\\"day\\\":\\\"Friday\\\",\\\"flow_token\\\":\\\"x\\\"}\"}}",
            "\"type\":\"order\",\"order\":{\"catalog_id\":\"c1\",\"text\":\"For Friday\",\"product_items\":[{\"product_retailer_id\":\"rye\",\"quantity\":2,\"item_price\":4.35,\"currency\":\"EUR\"}]}",
            "\"type\":\"system\",\"system\":{\"body\":\"Marta changed from 34612550187 to 34612550188\",\"type\":\"user_changed_number\",\"wa_id\":\"34612550188\"}",
            "\"type\":\"unsupported\",\"unsupported\":{\"type\":\"poll_creation\"},\"errors\":[{\"code\":131051,\"title\":\"Message type unknown\"}]",
            "\"type\":\"edit\",\"edit\":{\"original_message_id\":\"wamid.1\",\"message\":{\"type\":\"text\",\"text\":{\"body\":\"Three loaves\"}}}",
            "\"type\":\"revoke\",\"revoke\":{\"original_message_id\":\"wamid.1\"}",
            "\"type\":\"text\",\"text\":{\"body\":\"Seen in your advert\"},\"referral\":{\"source_url\":\"https://fb.me/x\",\"source_type\":\"ad\",\"headline\":\"Rye\",\"body\":\"Fresh\"},\"context\":{\"forwarded\":true}");

    private static final List<String> OTHERS = List.of(
            change(
                    "messages",
                    metadata()
                            + "\"statuses\":[{\"id\":\"wamid.OUT1\",\"status\":\"delivered\",\"timestamp\":\"1764000000\",\"recipient_id\":\"34612550187\",\"recipient_user_id\":\"ES.1\",\"biz_opaque_callback_data\":\"1\",\"pricing\":{\"billable\":true,\"pricing_model\":\"PMP\",\"type\":\"regular\",\"category\":\"service\"}}]"),
            change(
                    "messages",
                    metadata()
                            + "\"statuses\":[{\"id\":\"wamid.OUT2\",\"status\":\"failed\",\"timestamp\":1764000000,\"errors\":[{\"code\":131047,\"title\":\"Re-engagement\",\"error_data\":{\"details\":\"24 hours\"}}]}]"),
            change("messages", metadata() + "\"errors\":[{\"code\":130429,\"title\":\"Rate limit\"}]"),
            change(
                    "calls",
                    metadata()
                            + "\"calls\":[{\"id\":\"wacid.1\",\"from\":\"34612550187\",\"event\":\"connect\",\"direction\":\"USER_INITIATED\",\"timestamp\":\"1764000000\"}]"),
            change(
                    "message_template_status_update",
                    "\"event\":\"REJECTED\",\"message_template_id\":1689556908129835,\"message_template_name\":\"abandoned_cart\",\"message_template_language\":\"en-US\",\"reason\":\"INVALID_FORMAT\""),
            change(
                    "phone_number_quality_update",
                    "\"display_phone_number\":\"+1 555 010 4477\",\"event\":\"FLAGGED\",\"current_limit\":\"TIER_1K\""),
            change(
                    "account_update",
                    "\"event\":\"ACCOUNT_RESTRICTION\",\"restriction_info\":[{\"restriction_type\":\"RESTRICTED_BIZ_INITIATED_MESSAGING\",\"expiration\":1764000000}]"),
            change(
                    "user_id_update",
                    metadata()
                            + "\"wa_id\":\"34612550187\",\"user_id\":{\"previous\":\"ES.1\",\"current\":\"ES.2\"},\"timestamp\":1764000000"));

    private Seeds() {}

    static List<String> all() {
        Stream<String> messages = CONTENTS.stream().map(Seeds::message);
        return Stream.concat(messages, OTHERS.stream()).toList();
    }

    private static String message(String content) {
        return change(
                "messages",
                metadata()
                        + "\"contacts\":[{\"profile\":{\"name\":\"Marta Gil\",\"username\":\"@marta\"},\"wa_id\":\"34612550187\",\"user_id\":\"ES.1\"}],"
                        + "\"messages\":[{\"from\":\"34612550187\",\"from_user_id\":\"ES.1\",\"id\":\"wamid.ID\",\"timestamp\":\"1764000000\","
                        + content + "}]");
    }

    private static String metadata() {
        return "\"messaging_product\":\"whatsapp\",\"metadata\":{\"display_phone_number\":\"15550104477\",\"phone_number_id\":\""
                + NUMBER + "\"},";
    }

    private static String change(String field, String value) {
        return "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"" + ACCOUNT
                + "\",\"time\":1764000000,\"changes\":[{\"field\":\"" + field + "\",\"value\":{" + value + "}}]}]}";
    }
}
