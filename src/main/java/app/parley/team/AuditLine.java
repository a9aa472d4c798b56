package app.parley.team;

import app.parley.audit.AuditAction;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit log, with the name its actor has today.
 *
 * @param who null: nobody who is known, or the system itself
 * @param action null: one that another version knew
 */
public record AuditLine(
        long id,
        Instant at,
        @Nullable String who,
        @Nullable String address,
        @Nullable AuditAction action,
        @Nullable String subject,
        @Nullable String detail) {}
