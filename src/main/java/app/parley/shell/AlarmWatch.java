package app.parley.shell;

import app.parley.health.AlarmBell;
import app.parley.live.Pulse;
import java.util.function.IntConsumer;

/** Tells one admin's browser how many things are alarming, as often as that changes. */
final class AlarmWatch {

    private final Runnable stopListening;

    AlarmWatch(AlarmBell bell, Pulse pulse, IntConsumer show) {
        Pulse.Part part = () -> {
            int alarms = bell.ringing().size();
            return () -> show.accept(alarms);
        };
        this.stopListening = bell.listen(() -> pulse.ring(part));
        pulse.ring(part);
    }

    void stop() {
        stopListening.run();
    }
}
