package app.parley.billing;

import app.parley.audit.AuditAction;
import app.parley.audit.AuditLog;
import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reports and entries as files for spreadsheets, for whom an admin lets see them; every method refuses others before it writes anything. All
 * that one file says is of one moment, however long it takes to write.
 */
@Service
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class BillingCsv {

    /** A file has room for more of them than a page; those beyond are in one line all the same. */
    private static final int MOST_CUSTOMERS = 20_000;

    private final BillingRights rights;
    private final BillingReports reports;
    private final Lines lines;
    private final ReportCsv table;
    private final EntriesCsv entries;
    private final AuditLog audit;

    BillingCsv(
            BillingRights rights,
            BillingReports reports,
            Lines lines,
            ReportCsv table,
            EntriesCsv entries,
            AuditLog audit) {
        this.rights = rights;
        this.reports = reports;
        this.lines = lines;
        this.table = table;
        this.entries = entries;
        this.audit = audit;
    }

    /** Before anything is said of a file: who takes one is written down. @throws RefusedException for who may not */
    @Transactional
    public void announce(AgentId agent, String file) {
        rights.requireSight(agent);
        audit.record(AuditAction.BILLING_EXPORTED, agent.value(), null, file);
    }

    /** The lines of {@link BillingReports#report}, with more customers. */
    public void report(AgentId admin, Period period, @Nullable NumberId number, Grouping grouping, Appendable out)
            throws IOException {
        rights.requireSight(admin);
        table.write(
                grouping == Grouping.CUSTOMER
                        ? customers(period, number)
                        : reports.report(admin, period, number, grouping),
                out);
    }

    private Report customers(Period period, @Nullable NumberId number) {
        List<ReportLine> all = lines.customers(period, number, MOST_CUSTOMERS);
        return new Report(period, Grouping.CUSTOMER, all, Lines.total(all));
    }

    /** Each charge and each credit, the oldest first. */
    public void entries(AgentId admin, Period period, @Nullable NumberId number, Appendable out) throws IOException {
        rights.requireSight(admin);
        entries.write(period, number, out);
    }
}
