package app.parley.billing;

import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reports and entries as files for spreadsheets, for admins; every method refuses others before it writes anything. All
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

    BillingCsv(BillingRights rights, BillingReports reports, Lines lines, ReportCsv table, EntriesCsv entries) {
        this.rights = rights;
        this.reports = reports;
        this.lines = lines;
        this.table = table;
        this.entries = entries;
    }

    /** Before anything is said of a file. @throws RefusedException for who is no admin */
    public void require(AgentId admin) {
        rights.require(admin);
    }

    /** The lines of {@link BillingReports#report}, with more customers. */
    public void report(AgentId admin, Period period, @Nullable NumberId number, Grouping grouping, Appendable out)
            throws IOException {
        rights.require(admin);
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
        rights.require(admin);
        entries.write(period, number, out);
    }
}
