package app.parley.team;

import app.parley.audit.AuditAction;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for; what is null does not matter.
 *
 * @param from included
 * @param to not included
 */
public record AuditFilter(
        @Nullable AgentId actor,
        @Nullable AuditAction action,
        @Nullable Instant from,
        @Nullable Instant to) {

    public static final AuditFilter ALL = new AuditFilter(null, null, null, null);
}
