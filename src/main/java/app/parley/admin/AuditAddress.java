package app.parley.admin;

import app.parley.audit.AuditAction;
import app.parley.team.AgentId;
import app.parley.team.AuditFilter;
import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What of the audit log is shown, as the address says it. A parameter that makes no sense is as good as none.
 *
 * @param from the first day, by the reader's clock
 * @param to the last day, included
 */
record AuditAddress(
        @Nullable AgentId who,
        @Nullable AuditAction what,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    static AuditAddress of(QueryParameters parameters) {
        return of(parameters::getSingleParameter);
    }

    static AuditAddress of(Function<String, Optional<String>> parameter) {
        return new AuditAddress(
                parameter.apply("who").map(AuditAddress::agent).orElse(null),
                parameter.apply("what").map(AuditAddress::action).orElse(null),
                parameter.apply("from").map(AuditAddress::day).orElse(null),
                parameter.apply("to").map(AuditAddress::day).orElse(null));
    }

    QueryParameters query() {
        Map<String, String> all = new HashMap<>();
        if (who != null) {
            all.put("who", String.valueOf(who.value()));
        }
        if (what != null) {
            all.put("what", what.name());
        }
        if (from != null) {
            all.put("from", from.toString());
        }
        if (to != null) {
            all.put("to", to.toString());
        }
        return QueryParameters.simple(all);
    }

    AuditFilter filter(ZoneId zone) {
        return new AuditFilter(
                who,
                what,
                from == null ? null : from.atStartOfDay(zone).toInstant(),
                to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private static @Nullable AgentId agent(String text) {
        return text.matches("\\d{1,18}") ? new AgentId(Long.parseLong(text)) : null;
    }

    private static @Nullable AuditAction action(String text) {
        return Arrays.stream(AuditAction.values())
                .filter(action -> action.name().equals(text))
                .findFirst()
                .orElse(null);
    }

    /** Of this millennium: a database has no room for every year that Java can write. */
    private static @Nullable LocalDate day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            return day.getYear() >= 2000 && day.getYear() < 3000 ? day : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
