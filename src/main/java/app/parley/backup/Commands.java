package app.parley.backup;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.SimpleCommandLinePropertySource;

/** What the command line asks for that is done without starting Parley itself. */
public final class Commands {

    private static final Map<String, Class<?>> COMMANDS =
            Map.of("backup", BackupCommand.class, "restore", RestoreCommand.class);

    /** Parley itself does these once it has started, and ends. */
    private static final Set<String> OF_PARLEY = Set.of("reconcile");

    private Commands() {}

    /** @return the exit code; empty when the arguments name no command of these, and Parley itself is to start */
    public static Optional<Integer> run(String... arguments) {
        String name = name(arguments);
        if (name.isBlank() || OF_PARLEY.contains(name)) {
            return Optional.empty();
        }
        Class<?> command = COMMANDS.get(name);
        if (command == null) {
            Set<String> known = new TreeSet<>(COMMANDS.keySet());
            known.addAll(OF_PARLEY);
            System.err.println(
                    "parley.command names none that is known: it may be " + String.join(" or ", known) + ".");
            return Optional.of(1);
        }
        return Optional.of(run(command, arguments));
    }

    /** What Parley is to start with: while it does a command of its own, nobody is to reach it. */
    public static String[] startingWith(String... arguments) {
        return OF_PARLEY.contains(name(arguments))
                ? Stream.concat(
                                Stream.of(arguments).filter(argument -> !argument.startsWith("--server.")),
                                Stream.of("--server.port=0", "--server.address=127.0.0.1"))
                        .toArray(String[]::new)
                : arguments;
    }

    private static String name(String... arguments) {
        String option = new SimpleCommandLinePropertySource(arguments).getProperty("parley.command");
        return option == null || option.isBlank() ? System.getenv().getOrDefault("PARLEY_COMMAND", "") : option;
    }

    private static int run(Class<?> command, String... arguments) {
        SpringApplication application = new SpringApplication(command);
        application.setWebApplicationType(WebApplicationType.NONE);
        try (ConfigurableApplicationContext context = application.run(arguments)) {
            return SpringApplication.exit(context);
        }
    }
}
