package app.parley.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.FreePlace;
import app.parley.ParleyApplication;
import java.net.HttpCookie;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The same data directory, one start after the other. */
class RestartTest {

    private final Path data = FreePlace.freshDirectory();

    @Test
    void whoIsRememberedIsStillKnownAfterARestart() {
        HttpCookie remembered;
        try (var first = start();
                Visitor carla = new Visitor(port(first))) {
            assertThat(carla.login("carla@bonita.example", "two croissants", true))
                    .isEqualTo("/");
            remembered = carla.cookie("remember-me").orElseThrow();
        }
        try (var second = start();
                Visitor carla = new Visitor(port(second))) {
            assertThat(carla.isInside()).isFalse();
            carla.carry(remembered);
            assertThat(carla.isInside()).isTrue();
        }
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(ParleyApplication.class)
                .run(
                        "--server.port=0",
                        "--parley.data-dir=" + data,
                        "--parley.admin.email=carla@bonita.example",
                        "--parley.admin.password=two croissants");
    }

    private static int port(ConfigurableApplicationContext application) {
        return application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }
}
