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

/** Rings where admins are when something becomes alarming, and when it is over; and keeps the last reading. */
@Component
public class AlarmBell {

    private static final Logger log = LoggerFactory.getLogger(AlarmBell.class);

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Thermometer thermometer;
    private volatile Set<Alarm> ringing = Set.of();

    AlarmBell(Thermometer thermometer) {
        this.thermometer = thermometer;
    }

    /** What was alarming when it was last looked. */
    public Set<Alarm> ringing() {
        return ringing;
    }

    /** @param changed must return at once. @return call it to stop listening */
    public Runnable listen(Runnable changed) {
        listeners.add(changed);
        return () -> listeners.remove(changed);
    }

    @Scheduled(initialDelay = 5, fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    void look() {
        try {
            Set<Alarm> now = thermometer.alarms();
            if (!now.equals(ringing)) {
                log.info("Alarming now: {}", now);
                ringing = now;
                listeners.forEach(Runnable::run);
            }
        } catch (RuntimeException e) {
            log.error("How Parley does could not be looked at: {}", Trouble.in(e));
        }
    }
}
