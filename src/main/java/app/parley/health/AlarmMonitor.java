package app.parley.health;

import app.parley.foundation.Trouble;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells the admins' screens when something becomes alarming, and when it is over; and keeps the last reading. */
@Component
public class AlarmMonitor {

    private static final Logger log = LoggerFactory.getLogger(AlarmMonitor.class);

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final HealthReader healthReader;
    private volatile Set<Alarm> active = Set.of();

    AlarmMonitor(HealthReader healthReader) {
        this.healthReader = healthReader;
    }

    /** What was alarming when it was last looked. */
    public Set<Alarm> active() {
        return active;
    }

    /** @param changed must return at once. @return call it to stop listening */
    public Runnable listen(Runnable changed) {
        listeners.add(changed);
        return () -> listeners.remove(changed);
    }

    @Scheduled(initialDelay = 5, fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    void look() {
        try {
            Set<Alarm> now = healthReader.alarms();
            if (!now.equals(active)) {
                log.info("Alarming now: {}", now);
                active = now;
                listeners.forEach(Runnable::run);
            }
        } catch (RuntimeException e) {
            log.error("How Parley does could not be looked at: {}", Trouble.in(e));
        }
    }
}
