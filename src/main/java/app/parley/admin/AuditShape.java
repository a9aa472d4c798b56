package app.parley.admin;

import app.parley.audit.AuditAction;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * How what was done is written down in the audit log, where that is more than a name: with the same text in the reader's
 * language, which takes its groups as parameters.
 */
record AuditShape(List<AuditAction> actions, Pattern pattern, String key) {

    private static final String DAY = "(\\d{4}-\\d{2}-\\d{2})";

    static final List<AuditShape> SUBJECTS = List.of(
            of("audit.customer", "(\\d+)", AuditAction.CUSTOMER_BLOCKED, AuditAction.CUSTOMER_UNBLOCKED),
            of("audit.customer", "customer (\\d+)", AuditAction.CUSTOMER_EXPORTED, AuditAction.CUSTOMER_ERASED),
            of("audit.customers", "customer (\\d+) into (\\d+)", AuditAction.CUSTOMERS_MERGED),
            of("audit.pair", "conflict (\\d+)", AuditAction.CUSTOMERS_KEPT_APART),
            of("audit.number", "number (\\d+)", AuditAction.RETENTION_CHANGED),
            of("audit.account", "(\\d+)", AuditAction.META_COMPARED, AuditAction.ACCOUNT_ADDED),
            of("audit.account", "(\\d+)", AuditAction.ACCOUNT_SUBSCRIBED, AuditAction.VERIFY_TOKEN_CHANGED),
            of("audit.account", "(\\d+)", AuditAction.ACCESS_TOKEN_CHANGED),
            of("audit.account", "(\\d+)", AuditAction.APP_SECRET_ADDED, AuditAction.APP_SECRET_REMOVED),
            of("audit.entry", "(\\d+)", AuditAction.JOURNAL_READ, AuditAction.JOURNAL_REPLAYED),
            of("audit.entry", "(\\d+)", AuditAction.JOURNAL_DELETED),
            of("audit.agents-cost", "billing\\.agents_see_cost", AuditAction.SETTING_CHANGED));

    static final List<AuditShape> DETAILS = List.of(
            of("audit.throughput.usual", "throughput -", AuditAction.NUMBER_CHANGED),
            of("audit.throughput", "throughput (\\d+)", AuditAction.NUMBER_CHANGED),
            of("audit.receipts", "read receipts (true|false), typing (true|false)", AuditAction.NUMBER_CHANGED),
            of("team.numbers.all", "\\*", AuditAction.NUMBERS_GRANTED),
            of("audit.rate.INBOUND", "(\\S+) INBOUND from " + DAY, AuditAction.RATE_ADDED),
            of("audit.rate.OUTBOUND", "(\\S+) OUTBOUND from " + DAY, AuditAction.RATE_ADDED),
            of("audit.rate", "(\\S+) from " + DAY, AuditAction.RATE_ADDED),
            of("settings.budgets.none", "-", AuditAction.BUDGET_SET),
            of("audit.is", "(true|false)", AuditAction.SETTING_CHANGED),
            of("audit.meta-rates", "(\\d+) rates, (\\d+) changes", AuditAction.META_RATES_IMPORTED),
            of("audit.days", DAY + " to " + DAY, AuditAction.META_COMPARED),
            of("audit.differences", "differences: (\\d+)", AuditAction.LEDGER_RECONCILED),
            of("numbers.retention.ever", "for ever", AuditAction.RETENTION_CHANGED),
            of("audit.retention", "(\\d+) days", AuditAction.RETENTION_CHANGED),
            of("audit.remembered", "remember-me", AuditAction.SIGNED_IN),
            of("audit.secret", "(\\d+)", AuditAction.APP_SECRET_ADDED, AuditAction.APP_SECRET_REMOVED));

    private static AuditShape of(String key, String pattern, AuditAction... actions) {
        return new AuditShape(List.of(actions), Pattern.compile(pattern), key);
    }

    /** What the text takes; empty when this is not written so. */
    Optional<List<String>> parts(AuditAction action, String text) {
        Matcher matcher = pattern.matcher(text);
        return actions.contains(action) && matcher.matches()
                ? Optional.of(IntStream.rangeClosed(1, matcher.groupCount())
                        .mapToObj(matcher::group)
                        .toList())
                : Optional.empty();
    }
}
