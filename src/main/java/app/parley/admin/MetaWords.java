package app.parley.admin;

import com.vaadin.flow.component.Component;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Meta's words in the reader's language where we know them; else as people write them: "NEW_WORD" is "new word". */
final class MetaWords {

    /** What a template can be; some languages say it otherwise than of a number. */
    private static final Set<String> OF_TEMPLATES = Set.of(
            "APPROVED",
            "PENDING",
            "REJECTED",
            "PAUSED",
            "DISABLED",
            "FLAGGED",
            "REINSTATED",
            "IN_APPEAL",
            "PENDING_DELETION",
            "DELETED",
            "ARCHIVED",
            "LIMIT_EXCEEDED",
            "LOCKED");

    private static final Set<String> KNOWN = Set.of(
            // Of a number, and of its name.
            "CONNECTED",
            "DISCONNECTED",
            "PENDING",
            "APPROVED",
            "REJECTED",
            "DECLINED",
            "EXPIRED",
            "PENDING_REVIEW",
            "AVAILABLE_WITHOUT_REVIEW",
            "FLAGGED",
            "UNFLAGGED",
            "RESTRICTED",
            "RATE_LIMITED",
            "BANNED",
            "DISABLED",
            "DELETED",
            "MIGRATED",
            "UNVERIFIED",
            "VERIFIED",
            "AVAILABLE",
            "LIMITED",
            "BLOCKED",
            // Qualities and levels.
            "GREEN",
            "YELLOW",
            "RED",
            "UNKNOWN",
            "NA",
            "NONE",
            "NOT_APPLICABLE",
            "STANDARD",
            "HIGH",
            "TIER_50",
            "TIER_250",
            "TIER_1K",
            "TIER_2K",
            "TIER_10K",
            "TIER_100K",
            "TIER_UNLIMITED",
            // Categories of templates, and why one was rejected.
            "MARKETING",
            "UTILITY",
            "AUTHENTICATION",
            "ABUSIVE_CONTENT",
            "INCORRECT_CATEGORY",
            "INVALID_FORMAT",
            "PROMOTIONAL",
            "SCAM",
            "TAG_CONTENT_MISMATCH");

    private MetaWords() {}

    static String of(@Nullable String word, Component reader) {
        if (word == null) {
            return "";
        }
        String known = word.toUpperCase(Locale.ROOT);
        return KNOWN.contains(known) ? reader.getTranslation("meta." + known) : plain(word);
    }

    /** What became of a template. */
    static String ofTemplate(@Nullable String word, Component reader) {
        String known = word == null ? "" : word.toUpperCase(Locale.ROOT);
        return OF_TEMPLATES.contains(known) ? reader.getTranslation("meta.template." + known) : of(word, reader);
    }

    /** The word where it is one we know; anything else as it came, for it may be a sentence. */
    static String orAsItCame(@Nullable String text, Component reader) {
        return text != null && KNOWN.contains(text) ? of(text, reader) : Objects.requireNonNullElse(text, "");
    }

    static String plain(String word) {
        return word.replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    /** Those that are there, with a dot between them. */
    static String joined(@Nullable String... words) {
        return Arrays.stream(words)
                .filter(word -> word != null && !word.isEmpty())
                .collect(Collectors.joining(" · "));
    }
}
