package app.parley.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Tuple;
import net.jqwik.api.sessions.JqwikSession;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Mutations of {@link Seeds}, the same for the same seed. */
final class OddBodies {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String MARK = "@@odd@@";

    /** What is put at any path, as it stands in JSON. */
    private static final List<String> ODD_VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1e999999999",
            "-0.000000000000000000000000000000000000000001",
            "9223372036854775808",
            "253402300800",
            "-99999999999",
            "999999999999",
            "\"99999999999999\"",
            "9".repeat(900),
            "9".repeat(5_000),
            "1." + "3".repeat(800),
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"a\\u0000b\"",
            "\"\\ud800\"",
            "\"\\udc00x\\ud83d\"",
            "\"\\u202e\\u2066gnp.exe\"",
            "\"e" + "\\u0301".repeat(10_000) + "\"",
            "\"" + "x".repeat(400) + "\"",
            "\"" + "1".repeat(120) + "\"",
            "\"" + "long ".repeat(40_000) + "\"",
            "\"<img src=x onerror=alert(1)>\"",
            "\"'; drop table message; --\"",
            "\"{0} ${x} %s\"",
            "[]",
            "{}",
            "[[]]",
            "{\"\":{\"\":null}}",
            "[".repeat(400) + "]".repeat(400),
            "[".repeat(20_000) + "]".repeat(20_000),
            "{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000),
            "[1,\"two\",{\"three\":3},null,[4]]",
            "NaN",
            "-Infinity");

    private OddBodies() {}

    /** As many as asked for, made from this seed. */
    static List<byte[]> of(long seed, int count) {
        List<byte[]> bodies = new ArrayList<>();
        JqwikSession.run(() -> {
            RandomGenerator<byte[]> generator = bodies().generator(1000);
            Random random = new Random(seed);
            for (int i = 0; i < count; i++) {
                bodies.add(generator.next(random).value());
            }
        });
        return bodies;
    }

    private static Arbitrary<byte[]> bodies() {
        Arbitrary<String> seeds = Arbitraries.of(Seeds.all());
        Arbitrary<Integer> anywhere = Arbitraries.integers().between(0, Integer.MAX_VALUE);
        Arbitrary<String> values = Arbitraries.of(ODD_VALUES);
        Arbitrary<byte[]> oddValue = Combinators.combine(seeds, anywhere, values)
                .as((body, place, value) -> bytes(withValue(unique(body, place), place, value)));
        Arbitrary<byte[]> oddValues = Combinators.combine(seeds, anywhere, values, anywhere, values)
                .as((body, a, one, b, two) -> bytes(withValue(withValue(unique(body, a), a, one), b, two)));
        Arbitrary<byte[]> random = Combinators.combine(
                        seeds, anywhere, Arbitraries.strings().ofMaxLength(300))
                .as((body, place, text) -> bytes(withValue(unique(body, place), place, JSON.writeValueAsString(text))));
        Arbitrary<byte[]> twice = Combinators.combine(seeds, anywhere, values)
                .as((body, place, value) -> bytes(withKeyTwice(unique(body, place), place, value)));
        Arbitrary<byte[]> flipped = Combinators.combine(
                        seeds, anywhere.list().ofMinSize(1).ofMaxSize(20))
                .as((body, bits) -> flip(bytes(body), bits));
        Arbitrary<byte[]> cut =
                Combinators.combine(seeds, anywhere).as((body, at) -> Arrays.copyOf(bytes(body), at % body.length()));
        Arbitrary<byte[]> bytes = Arbitraries.bytes().array(byte[].class).ofMaxSize(200);
        Arbitrary<byte[]> inserted = Combinators.combine(seeds, anywhere, bytes).as(OddBodies::insert);
        return Arbitraries.frequencyOf(
                Tuple.of(8, oddValue),
                Tuple.of(4, oddValues),
                Tuple.of(3, random),
                Tuple.of(2, twice),
                Tuple.of(3, flipped),
                Tuple.of(1, cut),
                Tuple.of(1, inserted),
                Tuple.of(1, bytes));
    }

    /** A message of its own, else most would be taken for the first one again. */
    private static String unique(String body, int number) {
        return body.replace("wamid.ID", "wamid." + number);
    }

    private static String withValue(String body, int place, String value) {
        JsonNode root;
        try {
            root = JSON.readTree(body);
        } catch (RuntimeException e) {
            return body; // Odd already.
        }
        List<Runnable> places = new ArrayList<>();
        collect(root, places);
        if (places.isEmpty()) {
            return value;
        }
        places.get(place % places.size()).run();
        return JSON.writeValueAsString(root).replace("\"" + MARK + "\"", value);
    }

    /** Every path in the tree, as what puts the mark there. */
    private static void collect(JsonNode node, List<Runnable> places) {
        if (node instanceof ObjectNode object) {
            for (String name : List.copyOf(object.propertyNames())) {
                places.add(() -> object.put(name, MARK));
                collect(Objects.requireNonNull(object.get(name)), places);
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int index = i;
                places.add(() -> array.set(index, MARK));
                collect(Objects.requireNonNull(array.get(i)), places);
            }
        }
    }

    private static String withKeyTwice(String body, int place, String value) {
        List<Integer> colons = new ArrayList<>();
        for (int at = body.indexOf("\":"); at >= 0; at = body.indexOf("\":", at + 1)) {
            colons.add(at);
        }
        int colon = colons.get(place % colons.size());
        int key = body.lastIndexOf('"', colon - 1);
        return body.substring(0, key) + body.substring(key, colon + 2) + value + "," + body.substring(key);
    }

    private static byte[] flip(byte[] body, List<Integer> bits) {
        for (int bit : bits) {
            int at = bit % (body.length * 8);
            body[at / 8] ^= (byte) (1 << (at % 8));
        }
        return body;
    }

    private static byte[] insert(String body, int place, byte[] odd) {
        byte[] whole = bytes(body);
        int at = place % whole.length;
        byte[] result = Arrays.copyOf(whole, whole.length + odd.length);
        System.arraycopy(odd, 0, result, at, odd.length);
        System.arraycopy(whole, at, result, at + odd.length, whole.length - at);
        return result;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
