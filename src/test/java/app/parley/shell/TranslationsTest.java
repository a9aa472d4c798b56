package app.parley.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every text is there in every language, and takes the same values. */
class TranslationsTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");

    /** Of a text; a setting's in the database has underscores. */
    private static final Pattern KEY = Pattern.compile("\"([a-z][A-Za-z0-9]*(?:\\.(?![a-z]+_)[A-Za-z0-9_-]+)+\\.?)\"");

    private static final Map<String, String> ENGLISH = bundle("");

    @Test
    void everyEnglishTextCanBeFilledIn() {
        assertThat(faults(ENGLISH, Locale.ENGLISH)).isEmpty();
    }

    /** Whatever looks like the name of a text in our code is one, or with a dot at its end the beginning of some. */
    @Test
    void everyTextThatTheCodeAsksForIsThere() throws IOException {
        Set<String> groups =
                ENGLISH.keySet().stream().map(key -> key.split("\\.", 2)[0]).collect(Collectors.toSet());
        Set<String> asked = literals().stream()
                .filter(literal -> groups.contains(literal.split("\\.", 2)[0]))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(asked).hasSizeGreaterThan(500);
        assertThat(asked)
                .allMatch(key -> key.endsWith(".")
                        ? ENGLISH.keySet().stream().anyMatch(text -> text.startsWith(key))
                        : ENGLISH.containsKey(key));
    }

    private static Set<String> literals() throws IOException {
        Set<String> literals = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                KEY.matcher(Files.readString(file)).results().forEach(found -> literals.add(found.group(1)));
            }
        }
        return literals;
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "pt"})
    void noTextIsMissingAndNoneIsSuperfluous(String language) {
        assertThat(bundle(language).keySet()).isEqualTo(ENGLISH.keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "pt"})
    void everyTextTakesTheValuesOfTheEnglishOne(String language) {
        assertThat(values(bundle(language))).isEqualTo(values(ENGLISH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "pt"})
    void everyTextCanBeFilledIn(String language) {
        assertThat(faults(bundle(language), Locale.of(language))).isEmpty();
    }

    /** The server's values, the browser's, and how many parts a list has. */
    private static Map<String, String> values(Map<String, String> bundle) {
        Map<String, String> values = new TreeMap<>();
        bundle.forEach((key, text) -> {
            TreeSet<String> places = new TreeSet<>();
            PLACEHOLDER.matcher(text).results().forEach(place -> places.add(place.group(1)));
            values.put(key, "%s, # %d, parts %d".formatted(places, outside(text, '#'), outside(text, '|') + 1));
        });
        return values;
    }

    /** How often a sign stands outside of braces; inside them it is a format's. */
    private static long outside(String text, char sign) {
        int depth = 0;
        long places = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            depth += letter == '{' ? 1 : letter == '}' ? -1 : 0;
            places += letter == sign && depth == 0 ? 1 : 0;
        }
        return places;
    }

    /** Texts that are no message format, say nothing, or would lose what stands between lone apostrophes. */
    private static List<String> faults(Map<String, String> bundle, Locale locale) {
        List<String> faults = new ArrayList<>();
        bundle.forEach((key, text) -> {
            if (text.isBlank()) {
                faults.add(key + " is blank");
            }
            if (!PLACEHOLDER.matcher(text).find()) {
                return;
            }
            if (text.replace("''", "").contains("'")) {
                faults.add(key + " has a lone apostrophe");
            }
            try {
                for (int value : new int[] {0, 1, 2, 1000}) {
                    new MessageFormat(text, locale).format(new Object[] {value, value, value, value});
                }
            } catch (IllegalArgumentException e) {
                faults.add(key + ": " + e.getMessage());
            }
        });
        return faults;
    }

    /** A key that is there twice is refused: the first of its texts would never be seen. */
    private static Map<String, String> bundle(String language) {
        Map<String, String> texts = new TreeMap<>();
        Properties reading = new Properties() {
            @Override
            public synchronized Object put(Object key, Object text) {
                assertThat(texts.put(String.valueOf(key), String.valueOf(text)))
                        .as("%s twice", key)
                        .isNull();
                return text;
            }
        };
        String file = "/messages" + (language.isEmpty() ? "" : "_" + language) + ".properties";
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(TranslationsTest.class.getResourceAsStream(file)), StandardCharsets.UTF_8)) {
            reading.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
