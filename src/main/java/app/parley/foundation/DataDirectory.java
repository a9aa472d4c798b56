package app.parley.foundation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Makes the data directory, and sees to it that a demo and a production never share one: invented people must not be
 * able to log in where real customers write. It does so before the database's file in it is opened.
 */
@Component
class DataDirectory implements BeanFactoryPostProcessor {

    private static final String SETTING = "parley.data-dir";
    private static final String MARK = "demo";
    private static final String RESTORING = "restoring";

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        Environment environment = beans.getBean(Environment.class);
        Path directory = Path.of(environment.getRequiredProperty(SETTING));
        try {
            prepare(directory, environment.acceptsProfiles(Profiles.of("demo")));
        } catch (IOException e) {
            throw wrong("names " + directory + ", which cannot be written.");
        }
    }

    static void prepare(Path directory, boolean demo) throws IOException {
        Files.createDirectories(directory);
        if (Files.exists(directory.resolve(RESTORING))) {
            throw wrong("names " + directory + ", into which a backup was being restored when that was cut off:"
                    + " empty it, and its database, and restore again.");
        }
        boolean marked = Files.exists(directory.resolve(MARK));
        if (marked && !demo) {
            throw wrong("names " + directory + ", which holds a demo's data: production needs a directory of its own.");
        }
        if (!marked && demo) {
            if (!isEmpty(directory)) {
                throw wrong("names " + directory + ", which holds data that is no demo's:"
                        + " a demo needs a directory of its own.");
            }
            Files.writeString(directory.resolve(MARK), "What is in this directory belongs to a demo of Parley.\n");
        }
        Files.delete(Files.createTempFile(directory, "writable", ".tmp"));
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.findAny().isEmpty();
        }
    }

    private static InvalidConfigurationPropertyValueException wrong(String fault) {
        return new InvalidConfigurationPropertyValueException(SETTING, null, fault);
    }
}
