package app.parley.shell;

import app.parley.health.AlarmMonitor;
import app.parley.live.TabRefresher;
import java.util.function.IntConsumer;

/** Tells one admin's browser how many things are alarming, as often as that changes. */
final class AlarmSubscription {

    private final Runnable stopListening;

    AlarmSubscription(AlarmMonitor alarmMonitor, TabRefresher refresher, IntConsumer show) {
        TabRefresher.Part part = () -> {
            int alarms = alarmMonitor.active().size();
            return () -> show.accept(alarms);
        };
        this.stopListening = alarmMonitor.listen(() -> refresher.request(part));
        refresher.request(part);
    }

    void stop() {
        stopListening.run();
    }
}
