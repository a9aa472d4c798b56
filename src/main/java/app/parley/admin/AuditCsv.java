package app.parley.admin;

import app.parley.foundation.Csv;
import app.parley.team.AgentId;
import app.parley.team.AuditFilter;
import app.parley.team.AuditLine;
import app.parley.team.AuditTrail;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.stereotype.Component;

/** The audit log as a file for spreadsheets, the newest first; read and written page by page. */
@Component
class AuditCsv {

    private static final int PAGE = 1000;
    private static final List<String> COLUMNS = List.of("Time", "Who", "What", "Subject", "Detail", "Address");

    private final AuditTrail trail;

    AuditCsv(AuditTrail trail) {
        this.trail = trail;
    }

    void write(AgentId admin, AuditFilter filter, ZoneId zone, Appendable out) throws IOException {
        DateTimeFormatter time =
                DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx").withZone(zone);
        Csv csv = new Csv(out);
        for (String column : COLUMNS) {
            csv.text(column);
        }
        csv.end();
        AuditLine last = null;
        List<AuditLine> page;
        do {
            page = trail.page(admin, filter, last, PAGE);
            for (AuditLine line : page) {
                csv.text(time.format(line.at()))
                        .text(line.who())
                        .text(line.action() == null ? null : line.action().name())
                        .text(line.subject())
                        .text(line.detail())
                        .text(line.address())
                        .end();
            }
            last = page.isEmpty() ? null : page.getLast();
        } while (page.size() == PAGE);
    }
}
