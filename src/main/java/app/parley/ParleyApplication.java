package app.parley;

import app.parley.backup.Commands;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Parley, and names what every page has: push, the theme, then our tokens and what they do to the theme. */
@Push
@Viewport("width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content")
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("context://styles/tokens.css")
@StyleSheet("context://styles/theme.css")
@StyleSheet("context://styles/shell.css")
@SpringBootApplication
public class ParleyApplication implements AppShellConfigurator {

    static void main(String[] args) {
        Commands.run(args)
                .ifPresentOrElse(
                        System::exit,
                        () -> SpringApplication.run(ParleyApplication.class, Commands.startingWith(args)));
    }

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addLink("favicon.svg", Map.of("rel", "icon", "type", "image/svg+xml"));
    }
}
