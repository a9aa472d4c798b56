package app.parley.foundation;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Says in one sentence which setting stopped the start, where a stack trace would hide it. Never says a setting's
 * value, which may be a secret. Everything else stays Spring Boot's to report.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartFailure implements SpringBootExceptionReporter {

    private static final String UNUSABLE = "has a value it cannot have.";

    private static final String OTHER_SCHEMA =
            "the database is a newer Parley's, or was changed by hand: start the Parley that used it last, or restore a"
                    + " backup.";

    @Override
    public boolean reportException(Throwable failure) {
        Optional<String> sentence = sentence(failure);
        // Not to the log: a setting may be wrong before there is one.
        sentence.ifPresent(it -> System.err.println("Parley did not start: " + it));
        return sentence.isPresent();
    }

    static Optional<String> sentence(Throwable failure) {
        return first(failure, InvalidConfigurationPropertyValueException.class)
                .map(e -> e.getName() + " " + fault(e))
                .or(() -> first(failure, BindException.class).map(e -> e.getName() + " " + UNUSABLE))
                .or(() -> first(failure, PortInUseException.class)
                        .map(e -> "server.port is " + e.getPort() + ", which another program uses."))
                .or(() -> first(failure, FlywayValidateException.class).map(e -> OTHER_SCHEMA))
                .or(() -> first(failure, SQLException.class)
                        .filter(StartFailure::isOfTheConnection)
                        .map(e -> "spring.datasource.url names a database that cannot be opened: " + firstSentence(e)));
    }

    /** Our own say what is wrong and quote nothing; those that quote are Spring Boot's, in the words of Java. */
    private static String fault(InvalidConfigurationPropertyValueException e) {
        return Objects.requireNonNullElse(e.getValue() == null ? e.getReason() : null, UNUSABLE);
    }

    private static <T extends Throwable> Optional<T> first(Throwable failure, Class<T> type) {
        return causes(failure).filter(type::isInstance).map(type::cast).findFirst();
    }

    /** Not reached, not let in, or not there (SQLSTATE classes 08, 28 and 3D), or locked by another process (H2). */
    private static boolean isOfTheConnection(SQLException e) {
        String state = Objects.requireNonNullElse(e.getSQLState(), "");
        return e instanceof SQLNonTransientConnectionException || state.matches("(08|28|3D).*");
    }

    /** Without the advice, the statement or the stack that some databases append. */
    private static String firstSentence(SQLException e) {
        String line = Objects.requireNonNullElse(e.getMessage(), "")
                .lines()
                .findFirst()
                .orElse("");
        return line.replaceFirst("(?<=\\.) +[A-Z].*", "");
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }
}
