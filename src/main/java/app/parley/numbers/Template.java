package app.parley.numbers;

import org.jspecify.annotations.Nullable;

/** A template as WhatsApp last spoke of it. Only one that is APPROVED may be sent. */
public record Template(
        String name,
        String language,
        @Nullable String category,
        @Nullable String status,
        @Nullable String quality,
        @Nullable String reason) {}
