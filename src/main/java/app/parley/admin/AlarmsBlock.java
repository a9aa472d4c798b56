package app.parley.admin;

import app.parley.health.Alarm;
import app.parley.health.Thermometer;
import java.util.Set;

/** What an admin should look at now, before everything else. */
final class AlarmsBlock extends HealthBlock<Set<Alarm>> {

    private final transient Thermometer thermometer;

    AlarmsBlock(Thermometer thermometer) {
        super("alarms");
        this.thermometer = thermometer;
    }

    @Override
    Set<Alarm> ask() {
        return thermometer.alarms();
    }

    @Override
    void show(Set<Alarm> alarms) {
        if (alarms.isEmpty()) {
            sayAllIsWell("health.alarms.well");
        }
        alarms.forEach(alarm -> alarm("health.alarm." + alarm));
    }
}
