package app.parley.billing;

import java.util.List;

/** What a period cost, line by line; the lines' figures add up to the total. */
public record Report(Period period, Grouping grouping, List<ReportLine> lines, Figures total) {}
