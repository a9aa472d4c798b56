package app.parley.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.MutableClock;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What the operator reads while the identity provider is in trouble. */
class FailureLogTest {

    private final MutableClock clock = new MutableClock();
    private final FailureLog failures = new FailureLog(clock);
    private final Logger logger = (Logger) LoggerFactory.getLogger(FailureLog.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void read() {
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(lines);
    }

    @Test
    void troubleIsToldOnceHoweverManyMeetItAndAgainWhenItLasts() {
        for (int visitor = 0; visitor < 100; visitor++) {
            failures.failed(of(OidcFailure.AWAY));
        }
        assertThat(levels()).containsExactly("WARN");
        clock.advance(FailureLog.SILENCE);
        failures.failed(of(OidcFailure.AWAY));
        failures.failed(of(OidcFailure.AWAY));
        assertThat(levels()).containsExactly("WARN", "WARN");
    }

    @Test
    void eachKindOfTroubleIsToldAndTheEndOfItToo() {
        failures.worked();
        failures.failed(of(OidcFailure.AWAY));
        failures.failed(of(OidcFailure.MISFIT));
        failures.worked();
        failures.worked();
        failures.failed(of(OidcFailure.AWAY));
        assertThat(levels()).containsExactly("WARN", "WARN", "INFO", "WARN");
    }

    private static OidcException of(OidcFailure trouble) {
        return new OidcException(trouble, "no answer");
    }

    private List<String> levels() {
        return lines.list.stream().map(line -> line.getLevel().toString()).toList();
    }
}
