package app.parley.secrets;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The keys we have: the first one encrypts, each of them decrypts. */
record Keys(List<Key> all) {

    /**
     * @param given one key, or several with commas between them, each as 64 hexadecimal digits or in base64
     * @return empty when one of them is none
     */
    static Optional<Keys> parse(String given) {
        List<Optional<byte[]>> parsed = Arrays.stream(given.split(",", -1))
                .map(String::strip)
                .map(Keys::bytes)
                .toList();
        return parsed.stream().allMatch(Optional::isPresent)
                ? Optional.of(new Keys(
                        parsed.stream().flatMap(Optional::stream).map(Key::of).toList()))
                : Optional.empty();
    }

    Key first() {
        return all.getFirst();
    }

    Optional<Key> byId(String id) {
        return all.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    private static Optional<byte[]> bytes(String text) {
        try {
            byte[] bytes = text.length() == 2 * Key.BYTES
                    ? HexFormat.of().parseHex(text)
                    : Base64.getDecoder().decode(text);
            return Optional.of(bytes).filter(it -> it.length == Key.BYTES);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
