package app.parley.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/** A message that was delivered, and as what it is charged. In a file each is a line, its parts between tabs. */
record Delivered(String id, Instant at, String number, String category, String type) {

    private static final String TAB = "\t";
    private static final int PARTS = 5;

    /** All of a file's, whoever wrote them; a line that was cut off is none. */
    static List<Delivered> all(@Nullable Path file) {
        if (file == null || !Files.exists(file)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(Delivered::of).filter(Objects::nonNull).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("parley.sandbox.delivered cannot be read: " + file, unreadable);
        }
    }

    /** Makes it if it is not there: that nothing can be kept is said at the start, not at the first message. */
    static void requireWritable(@Nullable Path file) {
        if (file == null) {
            return;
        }
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, "", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new InvalidConfigurationPropertyValueException(
                    "parley.sandbox.delivered", file, "must be a file that can be written.");
        }
    }

    private static @Nullable Delivered of(String line) {
        String[] parts = line.split(TAB, -1);
        return parts.length == PARTS
                ? new Delivered(parts[0], Instant.ofEpochSecond(Long.parseLong(parts[1])), parts[2], parts[3], parts[4])
                : null;
    }

    void appendTo(@Nullable Path file) {
        if (file == null) {
            return;
        }
        String line = String.join(TAB, id, Long.toString(at.getEpochSecond()), number, category, type) + "\n";
        try {
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("parley.sandbox.delivered cannot be written: " + file, unwritable);
        }
    }
}
