package app.parley.shell;

import app.parley.shell.DemoLogins.DemoLogin;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The last line of the start, and the only one with the address: from here on somebody can come in. */
@Component
class StartupMessage {

    private static final Logger log = LoggerFactory.getLogger(StartupMessage.class);

    private final Environment environment;
    private final DemoLogins demo;

    StartupMessage(Environment environment, DemoLogins demo) {
        this.environment = environment;
        this.demo = demo;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void print() {
        String port = environment.getProperty("local.server.port");
        if (port != null) {
            log.info("Parley is ready: {}{}", address(port), inADemo());
        }
    }

    private String address(String port) {
        String scheme = environment.getProperty("server.ssl.enabled", Boolean.class, isSslGiven()) ? "https" : "http";
        return scheme + "://localhost:" + port + environment.getProperty("server.servlet.context-path", "");
    }

    private boolean isSslGiven() {
        return environment.containsProperty("server.ssl.key-store")
                || environment.containsProperty("server.ssl.certificate")
                || environment.containsProperty("server.ssl.bundle");
    }

    private String inADemo() {
        return demo.logins().isEmpty()
                ? ""
                : demo.logins().stream()
                        .map(DemoLogin::name)
                        .collect(Collectors.joining(" or ", " (a demo: log in as ", ")"));
    }
}
