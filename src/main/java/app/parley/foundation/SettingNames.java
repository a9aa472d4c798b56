package app.parley.foundation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/**
 * Every setting of ours by its name. One that is mistyped would be as if it were not there, and a default would hold
 * that nobody wanted; so an unknown one stops the start.
 */
final class SettingNames {

    /** Of a setting that is a list: which of its values. */
    private static final Pattern INDEX =
            Pattern.compile("(?<=(?i:app[-_]?secret|parley[._]demo[._]logins))(\\[\\d+]|_\\d+(?=_|$))");

    private static final List<String> NAMES = List.of("""
            admin.email admin.password
            backup.at backup.directory backup.keep backup.url
            command currency data-dir
            demo.logins.email demo.logins.name demo.logins.password demo.logins.role
            encryption-key forget-lost-secrets
            journal.retention-days
            mail.from mail.host mail.password mail.port mail.tls mail.username
            management-token
            oidc.client-id oidc.client-secret oidc.issuer oidc.name
            restore.file
            sandbox.delivered sandbox.enabled sandbox.history sandbox.history-start sandbox.reads-automatically
            sandbox.record sandbox.status-delay-ms sandbox.templates sandbox.webhook-url
            time-zone
            whatsapp.access-token whatsapp.answer-timeout whatsapp.app-secret whatsapp.business-account-id
            whatsapp.graph-url whatsapp.graph-version whatsapp.verify-token""".split("\\s+"));

    /** In files and on the command line: Spring Boot asks for the dots, and for nothing else between the words. */
    private static final Set<String> PROPERTIES =
            NAMES.stream().map(name -> bare("parley." + name)).collect(Collectors.toUnmodifiableSet());

    /** In the process's environment: dashes are left out, or underscores as dots are. */
    private static final Set<String> VARIABLES = NAMES.stream()
            .map(name -> "PARLEY_" + name.replace('.', '_').toUpperCase(Locale.ROOT))
            .flatMap(name -> Stream.of(name.replace("-", ""), name.replace('-', '_')))
            .collect(Collectors.toUnmodifiableSet());

    /** What container engines tell every container of the services that are called parley, or parley-something. */
    private static final Pattern OF_THE_ENGINE = Pattern.compile(
            "PARLEY_(NAME|ENV_.*|(.*_)?(SERVICE_(HOST|PORT(_.*)?)" + "|PORT(_\\d+_(TCP|UDP|SCTP)(_.*)?)?))");

    private static final Pattern OURS = Pattern.compile("parley\\..*|PARLEY_.*");

    private SettingNames() {}

    /** As it was written, in a file, on the command line or in the process's environment. */
    static Optional<String> firstUnknown(ConfigurableEnvironment environment) {
        return environment.getPropertySources().stream()
                .flatMap(source -> source instanceof EnumerablePropertySource<?> all
                        ? Arrays.stream(all.getPropertyNames())
                        : Stream.empty())
                .filter(name -> OURS.matcher(name).matches())
                .filter(name -> !OF_THE_ENGINE.matcher(name).matches())
                .filter(name -> !isKnown(INDEX.matcher(name).replaceAll("")))
                .sorted()
                .findFirst();
    }

    private static boolean isKnown(String name) {
        return PROPERTIES.contains(bare(name)) || VARIABLES.contains(name);
    }

    /** The same for {@code parley.data-dir} and {@code parley.dataDir}. */
    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
    }
}
