package app.parley.backup;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.SimpleCommandLinePropertySource;

/** What the command line asks for that is done without starting Parley itself. */
public final class Commands {

    private static final Map<String, Class<?>> COMMANDS =
            Map.of("backup", BackupCommand.class, "restore", RestoreCommand.class);

    private Commands() {}

    /** @return the exit code; empty when the arguments name no such command */
    public static Optional<Integer> run(String... arguments) {
        String name = Objects.requireNonNullElse(
                new SimpleCommandLinePropertySource(arguments).getProperty("parley.command"),
                System.getenv().getOrDefault("PARLEY_COMMAND", ""));
        return Optional.<Class<?>>ofNullable(COMMANDS.get(name)).map(command -> run(command, arguments));
    }

    private static int run(Class<?> command, String... arguments) {
        SpringApplication application = new SpringApplication(command);
        application.setWebApplicationType(WebApplicationType.NONE);
        try (ConfigurableApplicationContext context = application.run(arguments)) {
            return SpringApplication.exit(context);
        }
    }
}
