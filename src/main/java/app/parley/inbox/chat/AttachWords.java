package app.parley.inbox.chat;

import app.parley.media.FileRefusal;
import app.parley.media.SendLimits;
import com.vaadin.flow.component.Component;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the browser must know of files: WhatsApp's limits, and the words for each trouble (modules/file-tray.js). */
final class AttachWords {

    private record Limit(Set<String> types, long largest) {}

    private AttachWords() {}

    static String limits() {
        Map<SendLimits, Limit> limits = Arrays.stream(SendLimits.values())
                .collect(Collectors.toMap(kind -> kind, kind -> new Limit(kind.types(), kind.largest())));
        return String.valueOf(JsonAttribute.json(limits));
    }

    static String words(Component words) {
        Map<String, String> all = new LinkedHashMap<>();
        Stream.of(
                        "files",
                        "quoting",
                        "quote-cancel",
                        "progress",
                        "remove",
                        "try-again",
                        "remove-refused",
                        "too-many",
                        "drop",
                        "as-document",
                        "as-document.image",
                        "as-document.video",
                        "as-document.audio",
                        "failed.lost",
                        "failed.signed-out",
                        "failed.not-found",
                        "recording",
                        "voice-cancel",
                        "voice-send",
                        "no-microphone")
                .forEach(word -> all.put(word, words.getTranslation("chat.attach." + word)));
        for (FileRefusal refusal : FileRefusal.values()) {
            all.put("refused." + refusal, words.getTranslation("chat.attach.refused." + refusal));
        }
        Stream.of("bytes", "kilobytes", "megabytes")
                .forEach(unit -> all.put(unit, words.getTranslation("chat.size." + unit, "#")));
        return String.valueOf(JsonAttribute.json(all));
    }
}
