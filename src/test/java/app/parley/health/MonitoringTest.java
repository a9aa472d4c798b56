package app.parley.health;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.DatabaseTest;
import app.parley.Given;
import app.parley.MutableClock;
import app.parley.conversations.Conversations;
import app.parley.numbers.NumberId;
import app.parley.numbers.Numbers;
import app.parley.team.AgentId;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a monitor reads, and what is alarming. */
@DatabaseTest
class MonitoringTest {

    private static final Path DASHBOARD = Path.of("src/main/install/grafana.json");
    private static final Pattern METRIC = Pattern.compile("\\b(parley|jvm|process|hikaricp)_[a-z_]+");

    @Autowired
    private HealthMetrics metrics;

    @Autowired
    private HealthReader healthReader;

    @Autowired
    private AlarmMonitor alarmMonitor;

    @Autowired
    private Given given;

    @Autowired
    private Numbers numbers;

    @Autowired
    private Conversations conversations;

    @Autowired
    private MutableClock clock;

    @Autowired
    private JdbcTemplate database;

    @Test
    void everyFigureThatTheDashboardNamesExists() throws IOException {
        given.number(Given.BAKERY);
        String scraped = scrape();
        Set<String> named = new TreeSet<>();
        Matcher expressions = Pattern.compile("\"expr\": \"([^\"]*)\"").matcher(Files.readString(DASHBOARD));
        while (expressions.find()) {
            Matcher metric = METRIC.matcher(expressions.group(1));
            while (metric.find()) {
                named.add(metric.group());
            }
        }
        assertThat(named).hasSizeGreaterThan(15);
        assertThat(named).allSatisfy(metric -> assertThat(scraped).containsPattern("(?m)^" + metric + "(\\{| )"));
    }

    @Test
    void everyFigureOfOursIsOnTheDashboard() throws IOException {
        given.number(Given.BAKERY);
        String dashboard = Files.readString(DASHBOARD);
        List<String> ours = scrape().lines()
                .filter(line -> line.startsWith("parley_"))
                .map(line -> line.replaceAll("[{ ].*", ""))
                .distinct()
                .toList();
        assertThat(ours)
                .hasSizeGreaterThan(12)
                .allSatisfy(metric -> assertThat(dashboard).contains(metric));
    }

    @Test
    void whenAllIsWellNothingIsAlarming() {
        given.number(Given.BAKERY);
        assertThat(healthReader.alarms()).isEmpty();
    }

    @Test
    void whatIsAlarmingIsToldOnceWhenItBeginsAndOnceWhenItIsOver() {
        NumberId bakery = given.number(Given.BAKERY);
        alarmMonitor.look();
        int[] changes = {0};
        Runnable stop = alarmMonitor.listen(() -> changes[0]++);
        numbers.pause(bakery, 190);
        alarmMonitor.look();
        alarmMonitor.look();
        assertThat(alarmMonitor.active()).containsExactly(Alarm.TOKEN_REFUSED);
        assertThat(changes[0]).isOne();

        numbers.resume(bakery);
        alarmMonitor.look();
        assertThat(alarmMonitor.active()).isEmpty();
        assertThat(changes[0]).isEqualTo(2);
        stop.run();
    }

    @Test
    void aNumberThatWhatsAppStoppedFailedBodiesAndAStuckJournalAreAlarming() {
        numbers.pause(given.number(Given.BAKERY), 368);
        database.update("insert into journal (received_at, state, signed_by, body)"
                + " values (current_timestamp, 'FAILED', '', '')");
        assertThat(healthReader.alarms()).contains(Alarm.NUMBER_STOPPED, Alarm.JOURNAL_FAILED);
    }

    @Test
    void whatAPausedNumberHoldsBackIsNot() {
        NumberId bakery = given.pausedNumber(Given.BAKERY);
        AgentId carla = given.admin("Carla");
        conversations.reply(carla, given.writes(bakery, Given.MARTA, "Hello"), "Good morning", "key-1");
        clock.advance(Duration.ofHours(1));
        assertThat(healthReader.read().outbox().waiting()).isOne();
        assertThat(healthReader.alarms()).isEmpty();
    }

    private String scrape() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        metrics.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(registry));
            pool.setJdbcUrl("jdbc:h2:mem:scrape");
            pool.getConnection().close();
            registry.scrape(); // Numbers are told with the first reading.
            return registry.scrape();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
