package app.parley.admin.billing;

import app.parley.billing.BillingCsv;
import app.parley.conversations.RefusedException;
import app.parley.team.AgentId;
import app.parley.team.CurrentAgent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the billing page shows, as files; by the page's own parameters. Written while it is read, so that nothing large
 * is ever held. For whom may not see billing there are none.
 */
@RestController
class BillingCsvController {

    private static final int BUFFER = 1 << 16;

    private final BillingCsv csv;
    private final BillingReader reader;
    private final CurrentAgent currentAgent;

    BillingCsvController(BillingCsv csv, BillingReader reader, CurrentAgent currentAgent) {
        this.csv = csv;
        this.reader = reader;
        this.currentAgent = currentAgent;
    }

    @GetMapping("/billing/table.csv")
    void table(HttpServletRequest request, HttpServletResponse response) throws IOException {
        BillingAddress address = address(request);
        String what = "by-" + address.grouping().name().toLowerCase(Locale.ROOT);
        send(
                request,
                response,
                what,
                (admin, out) ->
                        csv.report(admin, reader.period(address), reader.number(address), address.grouping(), out));
    }

    @GetMapping("/billing/entries.csv")
    void entries(HttpServletRequest request, HttpServletResponse response) throws IOException {
        BillingAddress address = address(request);
        send(
                request,
                response,
                "entries",
                (admin, out) -> csv.entries(admin, reader.period(address), reader.number(address), out));
    }

    private static BillingAddress address(HttpServletRequest request) {
        return BillingAddress.of(name -> Optional.ofNullable(request.getParameter(name)));
    }

    @FunctionalInterface
    private interface Content {
        void write(AgentId admin, Writer out) throws IOException;
    }

    private void send(HttpServletRequest request, HttpServletResponse response, String what, Content content)
            throws IOException {
        AgentId agent = currentAgent.of(request);
        BillingAddress address = address(request);
        if (address.fault().isPresent()) {
            response.sendError(mayAsk(agent) ? HttpServletResponse.SC_BAD_REQUEST : HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String name = "parley-" + BillingAddress.fileWords(reader.period(address)) + "-" + what + ".csv";
        if (!isNoted(agent, name)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            announce(response, name);
            Writer out = new BufferedWriter(
                    new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8), BUFFER);
            content.write(agent, out);
            out.flush();
        }
    }

    private boolean mayAsk(AgentId agent) {
        return currentAgent
                .find()
                .filter(me -> me.requireId().equals(agent) && me.maySeeBilling())
                .isPresent();
    }

    private boolean isNoted(AgentId agent, String file) {
        try {
            csv.announce(agent, file);
            return true;
        } catch (RefusedException e) {
            return false;
        }
    }

    private static void announce(HttpServletResponse response, String name) {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
    }
}
