package app.parley.foundation;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Looks at the settings that no single package owns before anything starts on them, and makes the data directory absolute. */
class Settings implements EnvironmentPostProcessor {

    private static final String DATA_DIRECTORY = "parley.data-dir";
    private static final Pattern WORD_FOR_PORT = Pattern.compile("jdbc:postgresql://[^/?\\[]*:(?!\\d{1,5}([,/?]|$))");
    private static final int HIGHEST_PORT = 65_535;

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        SettingNames.firstUnknown(environment).ifPresent(Settings::refuse);
        check(environment, "server.port", "must be a port from 0 to 65535.", Settings::requirePort);
        check(
                environment,
                "spring.datasource.url",
                "is not the address of a database such as jdbc:postgresql://localhost/parley.",
                Settings::requireKnownDatabase);
        check(environment, "parley.time-zone", "is not a time zone such as Europe/Madrid.", ZoneId::of);
        check(environment, "parley.currency", "is not a currency such as USD.", Currency::getInstance);
        check(environment, "parley.sandbox.enabled", "must be true or false.", Settings::requireTrueOrFalse);
        String given = environment.getProperty(DATA_DIRECTORY, "").strip();
        // The database's URL holds it, and H2 takes a relative path for a mistake.
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("absolute data directory", Map.of(DATA_DIRECTORY, absolute(given))));
    }

    /** A setting left empty is as good as none: its default holds. */
    private static void check(ConfigurableEnvironment environment, String setting, String fault, Check check) {
        String value = environment.getProperty(setting, "").strip();
        try {
            if (!value.isEmpty()) {
                check.accept(value);
            }
        } catch (DateTimeException | IllegalArgumentException e) {
            throw wrong(setting, fault, e);
        }
    }

    private static void refuse(String unknown) {
        throw wrong(unknown, "is no setting of Parley's: is it mistyped?", null);
    }

    private static void requirePort(String value) {
        int port = Integer.parseInt(value);
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("No port");
        }
    }

    private static void requireKnownDatabase(String value) {
        boolean isKnown = value.startsWith("jdbc:postgresql:") || value.startsWith("jdbc:h2:");
        if (!isKnown || WORD_FOR_PORT.matcher(value).lookingAt()) {
            throw new IllegalArgumentException("Of no database that we know");
        }
    }

    private static void requireTrueOrFalse(String value) {
        if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
            throw new IllegalArgumentException("Neither true nor false");
        }
    }

    private static String absolute(String given) {
        if (given.isEmpty() || given.indexOf(';') >= 0) {
            throw wrong(DATA_DIRECTORY, "must name a directory, without a semicolon in its path.", null);
        }
        try {
            return Path.of(given).toAbsolutePath().normalize().toString();
        } catch (InvalidPathException e) {
            throw wrong(DATA_DIRECTORY, "is not a path of this system's.", e);
        }
    }

    private static InvalidConfigurationPropertyValueException wrong(
            String setting, String fault, @Nullable Throwable cause) {
        return new InvalidConfigurationPropertyValueException(setting, null, fault, cause);
    }

    @FunctionalInterface
    private interface Check {
        void accept(String value);
    }
}
