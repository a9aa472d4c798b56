package app.parley.webhook;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Set;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Whoever was told that a webhook is too large, or takes too long, is hung up on: Tomcat would read what they still send,
 * however slowly.
 */
final class HangUpValve extends ValveBase {

    private static final Set<Integer> OVER =
            Set.of(HttpStatus.REQUEST_TIMEOUT.value(), HttpStatus.CONTENT_TOO_LARGE.value());

    private HangUpValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        if (OVER.contains(response.getStatus()) && request.getRequestURI().startsWith(WebhookController.PATH)) {
            request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    @Component
    static class Mounting implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

        @Override
        public void customize(ConfigurableTomcatWebServerFactory server) {
            server.addEngineValves(new HangUpValve());
        }
    }
}
