package app.parley.conversations;

import java.time.Instant;

/**
 * A file of ours that WhatsApp has.
 *
 * @param mediaRef Meta's id of it, valid for 30 days from {@code at} on (contract section 5)
 */
public record UploadedFile(String mediaRef, Instant at) {}
