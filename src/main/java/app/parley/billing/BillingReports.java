package app.parley.billing;

import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What messages cost, for admins; every method refuses others. All that one answer says is of one moment. */
@Service
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class BillingReports {

    private final BillingRights rights;
    private final Lines lines;

    BillingReports(BillingRights rights, Lines lines) {
        this.rights = rights;
        this.lines = lines;
    }

    /**
     * By customer, at most the 500 with the highest fees, and the rest in one line.
     *
     * @param number null: all of them, disabled ones too
     */
    public Report report(AgentId admin, Period period, @Nullable NumberId number, Grouping grouping) {
        rights.require(admin);
        List<ReportLine> all = switch (grouping) {
            case DAY -> lines.days(period, number);
            case NUMBER -> lines.numbers(period, number);
            case AGENT -> lines.agents(period, number);
            case CUSTOMER -> lines.customers(period, number);
        };
        return new Report(period, grouping, all, Lines.total(all));
    }
}
