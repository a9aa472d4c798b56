package app.parley.admin;

import app.parley.health.Alarm;
import app.parley.health.HealthReader;
import java.util.Set;

/** What an admin should look at now, before everything else. */
final class AlarmsBlock extends HealthBlock<Set<Alarm>> {

    private final transient HealthReader healthReader;

    AlarmsBlock(HealthReader healthReader) {
        super("alarms");
        this.healthReader = healthReader;
    }

    @Override
    Set<Alarm> ask() {
        return healthReader.alarms();
    }

    @Override
    void show(Set<Alarm> alarms) {
        if (alarms.isEmpty()) {
            sayAllIsWell("health.alarms.well");
        }
        alarms.forEach(alarm -> alarm("health.alarm." + alarm));
    }
}
