package app.parley;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@Push
@SpringBootApplication
public class ParleyApplication implements AppShellConfigurator {

    static void main(String[] args) {
        SpringApplication.run(ParleyApplication.class, args);
    }
}
