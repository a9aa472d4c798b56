package app.parley.health;

import app.parley.backup.BackupProgress;
import app.parley.billing.Reconciled;
import app.parley.journal.JournalState;
import app.parley.numbers.NumberHealth;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The health status as gauges. Read at most once in five seconds, however many are asked for. Sizes in bytes, times in seconds. */
@Component
class HealthMetrics implements MeterBinder {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final HealthReader healthReader;
    private @Nullable HealthStatus last;
    private long lastRead;
    private @Nullable MultiGauge webhooks;
    private @Nullable MultiGauge tokens;

    HealthMetrics(HealthReader healthReader) {
        this.healthReader = healthReader;
    }

    @Override
    public synchronized void bindTo(MeterRegistry registry) {
        last = null;
        gauge(
                registry,
                "parley.journal.age.seconds",
                "Of what waits longest to be worked off",
                it -> it.journalAge().toSeconds());
        for (JournalState state : JournalState.values()) {
            if (state != JournalState.PROCESSED) {
                Gauge.builder("parley.journal.bodies", this, it -> it.status().count(state))
                        .description("Webhooks that are not done with")
                        .tag("state", state.name().toLowerCase(Locale.ROOT))
                        .register(registry);
            }
        }
        gauge(
                registry,
                "parley.outbox.waiting",
                "Messages to be sent",
                it -> it.outbox().waiting());
        gauge(
                registry,
                "parley.outbox.age.seconds",
                "Of what waits longest to be sent",
                it -> it.outboxAge().toSeconds());
        gauge(registry, "parley.media.waiting", "Files to be fetched", HealthStatus::filesWaiting);
        gauge(registry, "parley.media.gone", "Files that could not be fetched", HealthStatus::filesGone);
        gauge(
                registry,
                "parley.disk.free.bytes",
                "Left where the data directory is",
                it -> it.disk().free());
        gauge(
                registry,
                "parley.disk.total.bytes",
                "Of the disk the data directory is on",
                it -> it.disk().total());
        gauge(registry, "parley.database.size.bytes", "Of the database", HealthStatus::databaseSize);
        gauge(
                registry,
                "parley.ledger.differences",
                "Found when ledger and messages were last compared",
                it -> it.ledger().map(Reconciled::differences).orElse(0L));
        gauge(
                registry,
                "parley.backup.time.seconds",
                "When the newest backup was made; 0: never",
                it -> seconds(it.lastBackup()));
        gauge(registry, "parley.backup.failed", "Whether the last one came to nothing", it -> failed(it.backup()));
        gauge(
                registry,
                "parley.alarms",
                "How many things are alarming",
                it -> it.alarms().size());
        Gauge.builder("parley.version", () -> 1)
                .description("Which Parley this is")
                .tag("version", healthReader.version())
                .register(registry);
        webhooks = MultiGauge.builder("parley.webhook.time.seconds")
                .description("When the number's last webhook came; 0: never")
                .register(registry);
        tokens = MultiGauge.builder("parley.token.good")
                .description("Whether WhatsApp takes the number's token, as far as the last sends told")
                .register(registry);
    }

    private void gauge(MeterRegistry registry, String name, String what, ToDoubleFunction<HealthStatus> value) {
        Gauge.builder(name, this, it -> value.applyAsDouble(it.status()))
                .description(what)
                .register(registry);
    }

    private synchronized HealthStatus status() {
        HealthStatus known = last;
        if (known == null || System.nanoTime() - lastRead > FRESH.toNanos()) {
            known = healthReader.read();
            last = known;
            lastRead = System.nanoTime();
            showNumbers(known.numbers());
        }
        return known;
    }

    /** Rows come and go with the numbers. */
    private void showNumbers(List<NumberHealth> numbers) {
        if (webhooks != null && tokens != null) {
            webhooks.register(
                    numbers.stream()
                            .map(number -> row(number, seconds(number.lastWebhookAt())))
                            .toList(),
                    true);
            tokens.register(
                    numbers.stream()
                            .map(number -> row(number, HealthStatus.hasTokenTrouble(number) ? 0 : 1))
                            .toList(),
                    true);
        }
    }

    private static MultiGauge.Row<?> row(NumberHealth number, double value) {
        return MultiGauge.Row.of(
                Tags.of("number", String.valueOf(number.id().value()), "name", number.name()), () -> value);
    }

    private static double seconds(@Nullable Instant instant) {
        return instant == null ? 0 : instant.getEpochSecond();
    }

    private static double failed(BackupProgress backup) {
        return backup.trouble() == null ? 0 : 1;
    }
}
