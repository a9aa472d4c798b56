package app.parley.billing;

import app.parley.conversations.CustomerId;
import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of a report: the one id that its grouping has. By agent, none stands for what no agent did: customers'
 * messages and sessions. By customer, none stands for all who are not listed.
 *
 * @param name of a number, agent or customer, as they call themselves; empty where there is none
 */
public record ReportLine(
        @Nullable LocalDate day,
        @Nullable NumberId number,
        @Nullable AgentId agent,
        @Nullable CustomerId customer,
        String name,
        Figures figures) {}
