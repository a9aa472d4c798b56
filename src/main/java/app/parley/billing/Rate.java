package app.parley.billing;

import app.parley.conversations.Direction;
import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a message costs from a moment on, until a later rate of the same scope.
 *
 * @param number null: of every number that has no rate of its own
 * @param direction null: both
 * @param agent the admin who added it; nobody for the one from the beginning
 */
public record Rate(
        long id,
        @Nullable NumberId number,
        @Nullable Direction direction,
        BigDecimal amount,
        Instant startsAt,
        @Nullable AgentId agent,
        Instant addedAt) {

    boolean appliesTo(NumberId aNumber, Direction aDirection) {
        return (number == null || number.equals(aNumber)) && (direction == null || direction == aDirection);
    }
}
