package app.parley.health;

import app.parley.backup.BackupProgress;
import app.parley.billing.Reconciled;
import app.parley.journal.Backlog;
import app.parley.journal.JournalState;
import app.parley.numbers.NumberHealth;
import app.parley.outbox.OutboxBacklog;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the installation does, at one moment.
 *
 * @param filesWaiting to be fetched from WhatsApp
 * @param filesGone that could not be
 * @param databaseSize in bytes; 0 where the database does not say
 * @param lastBackup when the newest backup was made; null: there is none
 */
public record HealthStatus(
        Instant at,
        Backlog backlog,
        Map<JournalState, Integer> journal,
        OutboxBacklog outbox,
        int filesWaiting,
        int filesGone,
        List<NumberHealth> numbers,
        Disk disk,
        long databaseSize,
        Optional<Reconciled> ledger,
        @Nullable Instant lastBackup,
        BackupProgress backup) {

    private static final Duration JOURNAL_PATIENCE = Duration.ofMinutes(2);
    private static final Duration OUTBOX_PATIENCE = Duration.ofMinutes(10);

    /** Meta's codes for a token that is not (or no longer) good for this (contract 4.2). */
    private static final Set<Integer> TOKEN = Set.of(0, 3, 10, 190);

    public int count(JournalState state) {
        return journal.getOrDefault(state, 0);
    }

    /** Whether WhatsApp takes this number's token, as far as the last sends told. */
    public static boolean hasTokenTrouble(NumberHealth number) {
        return number.pausedBecause() != null && TOKEN.contains(number.pausedBecause());
    }

    /** How long what waits longest to be worked off has waited. */
    public Duration journalAge() {
        return age(backlog.oldestWaiting());
    }

    /** How long what waits longest to be sent has waited. */
    public Duration outboxAge() {
        return age(outbox.oldest());
    }

    private Duration age(@Nullable Instant since) {
        Duration age = since == null ? Duration.ZERO : Duration.between(since, at);
        return age.isNegative() ? Duration.ZERO : age;
    }

    public Set<Alarm> alarms() {
        Set<Alarm> alarms = EnumSet.noneOf(Alarm.class);
        alarm(alarms, Alarm.JOURNAL_STUCK, journalAge().compareTo(JOURNAL_PATIENCE) > 0);
        alarm(alarms, Alarm.JOURNAL_FAILED, count(JournalState.FAILED) > 0);
        // What a paused number holds back waits rightly.
        alarm(
                alarms,
                Alarm.OUTBOX_STUCK,
                outboxAge().compareTo(OUTBOX_PATIENCE) > 0 && numbers.stream().noneMatch(NumberHealth::paused));
        alarm(alarms, Alarm.TOKEN_REFUSED, numbers.stream().anyMatch(HealthStatus::hasTokenTrouble));
        alarm(
                alarms,
                Alarm.NUMBER_STOPPED,
                numbers.stream().anyMatch(number -> number.pausedBecause() != null && !hasTokenTrouble(number)));
        alarm(alarms, Alarm.DISK_LOW, disk.isLow());
        alarm(
                alarms,
                Alarm.LEDGER_DIFFERS,
                ledger.filter(last -> !last.agrees()).isPresent());
        alarm(alarms, Alarm.BACKUP_FAILED, backup.trouble() != null);
        return alarms;
    }

    private static void alarm(Set<Alarm> alarms, Alarm alarm, boolean rings) {
        if (rings) {
            alarms.add(alarm);
        }
    }
}
