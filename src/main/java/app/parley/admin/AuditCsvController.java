package app.parley.admin;

import app.parley.team.AgentId;
import app.parley.team.AuditTrail;
import app.parley.team.CurrentAgent;
import app.parley.team.TeamRefusedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the audit page shows, as a file; by the page's own parameters. For who is no admin there is none. */
@RestController
class AuditCsvController {

    private static final String PATH = "audit/entries.csv";
    private static final String ZONE = "zone";
    private static final int BUFFER = 1 << 16;

    private final AuditCsv csv;
    private final AuditTrail trail;
    private final CurrentAgent currentAgent;

    AuditCsvController(AuditCsv csv, AuditTrail trail, CurrentAgent currentAgent) {
        this.csv = csv;
        this.trail = trail;
        this.currentAgent = currentAgent;
    }

    /** Where the page finds the file. */
    static String href(AuditAddress address, ZoneId zone) {
        String query = address.query().getQueryString();
        String begin = query.isEmpty() ? "" : query + "&";
        return PATH + "?" + begin + ZONE + "=" + URLEncoder.encode(zone.getId(), StandardCharsets.UTF_8);
    }

    @GetMapping("/" + PATH)
    void entries(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AgentId agent = currentAgent.of(request);
        AuditAddress address = AuditAddress.of(name -> Optional.ofNullable(request.getParameter(name)));
        ZoneId zone = ReaderTime.zone(request.getParameter(ZONE));
        try {
            trail.export(agent, address.query().getQueryString());
        } catch (TeamRefusedException e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("parley-audit.csv")
                        .build()
                        .toString());
        Writer out =
                new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8), BUFFER);
        csv.write(agent, address.filter(zone), zone, out);
        out.flush();
    }
}
