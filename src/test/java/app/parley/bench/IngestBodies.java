package app.parley.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What Meta delivers on a busy day: most bodies with one message, the rest with 2 to 50, of mixed types, from two
 * thousand customers. The same seed makes the same bodies.
 */
final class IngestBodies {

    static final int CUSTOMERS = 2_000;

    private static final int AN_HOUR = 3600;

    private final Random random;
    private final long begin = Instant.now().getEpochSecond() - 600;
    private final int first;
    private int next;

    /** @param ids of its messages */
    record Body(String text, List<String> ids) {}

    /** @param first the number of the first message: those of another run with other numbers are other messages */
    IngestBodies(long seed, int first) {
        random = new Random(seed);
        this.first = first;
        next = first;
    }

    /** @param messages how many there are in all the bodies together */
    List<byte[]> make(int messages) {
        List<byte[]> bodies = new ArrayList<>();
        int end = next + messages;
        while (next < end) {
            bodies.add(next(end - next).text().getBytes(StandardCharsets.UTF_8));
        }
        return bodies;
    }

    /** @param most messages it may have */
    Body next(int most) {
        int wanted = random.nextInt(10) < 7 ? 1 : 2 + random.nextInt(49);
        int from = next;
        String text = body(Math.min(wanted, most));
        return new Body(
                text, IntStream.range(from, next).mapToObj(IngestBodies::id).toList());
    }

    private static String id(int n) {
        return "wamid.HBgLMTY1MDM4Nzk0MzkVAgASGBQz%08d".formatted(n);
    }

    private String body(int messages) {
        StringBuilder contacts = new StringBuilder();
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < messages; i++) {
            int customer = random.nextInt(CUSTOMERS);
            String comma = i == 0 ? "" : ",";
            contacts.append(comma).append("""
                    {"profile":{"name":"Customer %1$d"},"wa_id":"1650555%1$04d","user_id":"US.%1$d"}""".formatted(customer));
            list.append(comma).append(message(customer));
        }
        return """
                {"object":"whatsapp_business_account","entry":[{"id":"%s","changes":[{"field":"messages","value":{\
                "messaging_product":"whatsapp","metadata":{"display_phone_number":"15550783881","phone_number_id":"%s"},\
                "contacts":[%s],"messages":[%s]}}]}]}""".formatted(Setup.WABA, Setup.NUMBER, contacts, list);
    }

    private String message(int customer) {
        int n = next++;
        return """
                {"from":"1650555%04d","from_user_id":"US.%d","id":"%s","timestamp":"%d",%s}""".formatted(customer, customer, id(n), begin + (n - first) / 400 % AN_HOUR, content(n));
    }

    private String content(int n) {
        return switch (random.nextInt(20)) {
            case 0 -> """
                "type":"location","location":{"latitude":41.38263,"longitude":2.17697,"name":"Plaza","address":"Barcelona"}""";
            case 1 -> """
                "type":"contacts","contacts":[{"name":{"formatted_name":"Freja Lind"},"phones":[{"phone":"+46 70 765 43 21"}]}]""";
            case 2 -> """
                "type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"yes","title":"Yes, please"}}""";
            case 3 -> """
                "type":"unsupported","unsupported":{"type":"poll_creation"},"errors":[{"code":131051,"title":"Message type unknown"}]""";
            case 4 -> """
                "type":"order","order":{"catalog_id":"1","product_items":[{"product_retailer_id":"loaf","quantity":2,"item_price":3.10,"currency":"EUR"}]}""";
            case 5, 6 -> """
                "type":"image","image":{"mime_type":"image/jpeg","sha256":"n/a","caption":"Number %d"},"errors":[{"code":131052,"title":"Media file size too big"}]""".formatted(n);
            default -> """
                "type":"text","text":{"body":"Good morning, is number %d ready to be picked up at six this evening?"}""".formatted(n);
        };
    }
}
