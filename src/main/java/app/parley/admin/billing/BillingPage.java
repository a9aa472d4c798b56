package app.parley.admin.billing;

import app.parley.billing.AppliedRates;
import app.parley.billing.Figures;
import app.parley.billing.Period;
import app.parley.billing.Report;
import app.parley.billing.ReportLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one page shows.
 *
 * @param days of the period until today, for the chart
 * @param compared what {@code before} is of
 */
record BillingPage(
        BillingAddress address,
        LocalDate today,
        Report report,
        List<ReportLine> days,
        Period compared,
        Figures before,
        AppliedRates rates,
        @Nullable Projected projected) {

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

    boolean isEmpty() {
        return report.total().equals(Figures.NONE);
    }
}
