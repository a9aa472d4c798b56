package app.parley.attacks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** A catalogue: a text of each line, written as JSON writes it, so that it may hold what no editor shows. */
final class Texts {

    private Texts() {}

    static List<String> read(String catalogue) {
        try (InputStream file =
                Objects.requireNonNull(Texts.class.getResourceAsStream("/attacks/" + catalogue + ".jsonl"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> JsonMapper.shared().readValue(line, String.class))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
