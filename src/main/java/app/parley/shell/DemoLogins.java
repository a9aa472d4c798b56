package app.parley.shell;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The agents a demo lets you be with one click, from {@code parley.demo.logins}. None in production. */
@ConfigurationProperties("parley.demo")
record DemoLogins(@DefaultValue List<DemoLogin> logins) {

    /** @param role {@code admin} or {@code agent}, as the button names it */
    record DemoLogin(String email, String password, String name, String role) {}
}
