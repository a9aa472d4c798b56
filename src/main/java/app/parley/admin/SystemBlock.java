package app.parley.admin;

import app.parley.health.Thermometer;
import app.parley.health.Vitals;
import java.util.Locale;

/** Which Parley this is, and how much room it has and takes. */
final class SystemBlock extends HealthBlock<SystemBlock.Asked> {

    private final transient Thermometer thermometer;
    private final Locale locale;

    /** Sizes as they are shown: what differs by less is no change. */
    record Asked(String version, String free, String total, String database) {}

    SystemBlock(Thermometer thermometer, Locale locale) {
        super("system");
        this.thermometer = thermometer;
        this.locale = locale;
    }

    @Override
    Asked ask() {
        Vitals vitals = thermometer.read();
        return new Asked(
                thermometer.version(),
                Sizes.words(vitals.disk().free(), locale),
                Sizes.words(vitals.disk().total(), locale),
                Sizes.words(vitals.databaseSize(), locale));
    }

    @Override
    void show(Asked asked) {
        say("health.system.version", asked.version());
        say("health.system.disk", asked.free(), asked.total());
        say("health.system.database", asked.database());
    }
}
