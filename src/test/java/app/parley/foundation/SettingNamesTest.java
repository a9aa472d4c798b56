package app.parley.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** Which names are settings, and what becomes of others. */
class SettingNamesTest {

    private static final Path MAIN = Path.of("src", "main");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "parley.data-dir",
                "parley.dataDir",
                "parley.whatsapp.app-secret[0]",
                "parley.demo.logins[1].email",
                "spring.application.name"
            })
    void aKnownNameIsTakenHoweverItIsWritten(String name) {
        assertThat(unknown(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PARLEY_DATA_DIR",
                "PARLEY_WHATSAPP_APP_SECRET_0",
                "PARLEY_WHATSAPP_APPSECRET",
                "PARLEY_PORT_8080_TCP",
                "PARLEY_SERVICE_HOST",
                "PARLEY_POSTGRESQL_SERVICE_HOST",
                "PARLEY_POSTGRESQL_PORT_5432_TCP_ADDR",
                "PARLEY_MAIL_PORT",
                "PARLEYX"
            })
    void whatTheProcessIsGivenIsTakenWhenItIsKnownOrNoSetting(String name) {
        assertThat(inTheEnvironment(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "parley.datta-dir",
                "parley.data.dir",
                "parley.data-dir[0]",
                "parley.encryption.key",
                "parley.backup.time",
                "parley.mail.user",
                "parley.sandbox"
            })
    void anUnknownNameIsNamed(String name) {
        assertThat(unknown(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PARLEY_WHATSAPP_TOKEN", "PARLEY_MAILHOST", "PARLEY_DATA_DIR_2"})
    void anUnknownNameOfTheProcessIsNamedAsItWasWritten(String name) {
        assertThat(inTheEnvironment(name)).isEqualTo(name);
    }

    /** Whoever adds a setting and forgets to name it sees it here, not at a start that is refused. */
    @Test
    void everySettingThatIsReadOrDescribedIsKnown() throws IOException {
        Set<String> read = named(MAIN.resolve("java"), "(?:@Value\\(\"\\$\\{|Property\\(\\s*\")(parley\\.[a-z.-]+)");
        Set<String> set = named(MAIN.resolve("resources"), "(?m)^(parley\\.[a-z.\\[\\]\\d-]+)=");
        Set<String> described = Stream.concat(
                        named(MAIN.resolve("install"), "(PARLEY_[A-Z_]+)").stream(),
                        named(Path.of("README.md"), "(PARLEY_[A-Z_]+)").stream())
                .collect(Collectors.toSet());
        assertThat(read)
                .hasSizeGreaterThan(8)
                .allSatisfy(name -> assertThat(unknown(name)).isEmpty());
        assertThat(set)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(unknown(name)).isEmpty());
        assertThat(described)
                .hasSizeGreaterThan(20)
                .allSatisfy(name -> assertThat(inTheEnvironment(name)).isEmpty());
    }

    /** A new component of a record of settings is a new setting. */
    @Test
    void everyPartOfARecordOfSettingsIsKnown() throws ClassNotFoundException {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        Set<String> names = new TreeSet<>();
        for (BeanDefinition found : scanner.findCandidateComponents("app.parley")) {
            Class<?> type = Class.forName(found.getBeanClassName());
            addParts(type.getAnnotation(ConfigurationProperties.class).value(), type, names);
        }
        assertThat(names)
                .contains("parley.demo.logins[0].email", "parley.whatsapp.app-secret", "parley.mail.host")
                .allSatisfy(name -> assertThat(unknown(name)).isEmpty());
    }

    private static void addParts(String prefix, Class<?> settings, Set<String> names) {
        for (RecordComponent part : settings.getRecordComponents()) {
            String name = prefix + "." + DataObjectPropertyName.toDashedForm(part.getName());
            Class<?> ofList = ResolvableType.forType(part.getGenericType())
                    .asCollection()
                    .getGeneric()
                    .toClass();
            if (ofList.isRecord()) {
                addParts(name + "[0]", ofList, names);
            } else {
                names.add(name);
            }
        }
    }

    private static Set<String> named(Path place, String pattern) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(file -> file.toString().matches(".*\\.(java|properties|env|md|service)|.*/Dockerfile"))
                    .flatMap(
                            file -> Pattern.compile(pattern).matcher(text(file)).results())
                    .map((MatchResult found) -> found.group(1))
                    .collect(Collectors.toSet());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unknown(String name) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("given", Map.of(name, "x")));
        return SettingNames.firstUnknown(environment).orElse("");
    }

    private static String inTheEnvironment(String name) {
        StandardEnvironment environment = new StandardEnvironment();
        List.of("systemEnvironment", "systemProperties").forEach(environment.getPropertySources()::remove);
        environment.getPropertySources().addFirst(new SystemEnvironmentPropertySource("given", Map.of(name, "x")));
        return SettingNames.firstUnknown(environment).orElse("");
    }
}
