package app.parley.backup;

import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.scheduling.support.CronTrigger;

/** Makes a backup every day at the time that was set. */
@Configuration(proxyBeanMethods = false)
class BackupSchedule implements SchedulingConfigurer {

    private final Backups backups;
    private final BackupProperties properties;
    private final ZoneId zone;

    BackupSchedule(Backups backups, BackupProperties properties, @Value("${parley.time-zone:}") String zone) {
        this.backups = backups;
        this.properties = properties;
        this.zone = zone.isBlank() ? ZoneId.systemDefault() : ZoneId.of(zone.strip());
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        LocalTime time = properties.time();
        if (time != null) {
            backups.requirePlace();
            registrar.addTriggerTask(
                    () -> backups.begin(null),
                    new CronTrigger("0 %d %d * * *".formatted(time.getMinute(), time.getHour()), zone));
        }
    }
}
