package app.parley.admin.billing;

import app.parley.billing.AppliedRates;
import app.parley.billing.BudgetStanding;
import app.parley.billing.Figures;
import app.parley.billing.Period;
import app.parley.billing.Report;
import app.parley.billing.ReportLine;
import app.parley.numbers.NumberId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one page shows.
 *
 * @param number the one that was chosen; null for all
 * @param days of the period until today, for the chart
 * @param compared what {@code before} is of
 * @param budgets of the month that is shown; none of another period
 */
record BillingPage(
        BillingAddress address,
        @Nullable NumberId number,
        LocalDate today,
        Report report,
        List<ReportLine> days,
        Period compared,
        Figures before,
        AppliedRates rates,
        @Nullable Projected projected,
        List<BudgetStanding> budgets) {

    /**
     * Of a month that runs.
     *
     * @param before the fees of the whole month before it
     */
    record Projected(BigDecimal expected, BigDecimal before) {}

    /** Without the days that have not come yet, of which there is nothing to say. */
    List<ReportLine> lines() {
        return report.lines().stream().filter(line -> hasCome(line, today)).toList();
    }

    static boolean hasCome(ReportLine line, LocalDate today) {
        return line.day() == null
                || !line.day().isAfter(today)
                || !line.figures().equals(Figures.NONE);
    }

    /** Of the number that is shown, or of all together. */
    Optional<BudgetStanding> budget() {
        return budgets.stream()
                .filter(standing -> Objects.equals(standing.number(), number))
                .findFirst();
    }

    boolean isEmpty() {
        return report.total().equals(Figures.NONE);
    }
}
