package app.parley.admin;

import app.parley.health.HealthReader;
import app.parley.health.HealthStatus;
import java.util.Locale;

/** Which Parley this is, and how much room it has and takes. */
final class SystemBlock extends HealthBlock<SystemBlock.Asked> {

    private final transient HealthReader healthReader;
    private final Locale locale;

    /** Sizes as they are shown: what differs by less is no change. */
    record Asked(String version, String free, String total, String database) {}

    SystemBlock(HealthReader healthReader, Locale locale) {
        super("system");
        this.healthReader = healthReader;
        this.locale = locale;
    }

    @Override
    Asked ask() {
        HealthStatus status = healthReader.read();
        return new Asked(
                healthReader.version(),
                Sizes.words(status.disk().free(), locale),
                Sizes.words(status.disk().total(), locale),
                Sizes.words(status.databaseSize(), locale));
    }

    @Override
    void show(Asked asked) {
        say("health.system.version", asked.version());
        say("health.system.disk", asked.free(), asked.total());
        say("health.system.database", asked.database());
    }
}
