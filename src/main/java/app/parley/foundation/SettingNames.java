package app.parley.foundation;

import java.util.Arrays;
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
    private static final Pattern INDEX = Pattern.compile("\\[\\d+]|_\\d+(?=_|$)");

    private static final Set<String> KNOWN = names("""
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
            whatsapp.graph-url whatsapp.graph-version whatsapp.verify-token""");

    /** What container engines tell every container of a service that is called parley: no settings at all. */
    private static final Pattern OF_THE_ENGINE = Pattern.compile("PARLEY_(PORT|NAME|(PORT|SERVICE|ENV)_.*)");

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
                .filter(name -> !KNOWN.contains(bare(name)))
                .sorted()
                .findFirst();
    }

    private static Set<String> names(String all) {
        return Arrays.stream(all.split("\\s+"))
                .map(name -> bare("parley." + name))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The same for {@code parley.data-dir} and {@code PARLEY_DATA_DIR}. */
    private static String bare(String name) {
        return INDEX.matcher(name).replaceAll("").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
