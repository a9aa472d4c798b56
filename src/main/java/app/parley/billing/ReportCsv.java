package app.parley.billing;

import app.parley.foundation.Csv;
import app.parley.numbers.NumberId;
import app.parley.numbers.Numbers;
import app.parley.numbers.PhoneNumberEntry;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The lines of a report; without a total, which a spreadsheet would add to what it is the total of. */
@Component
class ReportCsv {

    private static final List<String> FIGURES = List.of(
            "Sessions",
            "Inbound",
            "Outbound",
            "Failed",
            "Session fees",
            "Inbound fees",
            "Outbound fees",
            "Meta's charges",
            "Meta's priced messages",
            "Meta's free messages",
            "Meta's messages without a rate",
            "Currency");

    private final Numbers numbers;
    private final Business business;

    ReportCsv(Numbers numbers, Business business) {
        this.numbers = numbers;
        this.business = business;
    }

    void write(Report report, Appendable out) throws IOException {
        Csv csv = new Csv(out);
        for (String column : keys(report.grouping())) {
            csv.text(column);
        }
        for (String column : FIGURES) {
            csv.text(column);
        }
        csv.end();
        Map<NumberId, String> phones =
                numbers.all().stream().collect(Collectors.toMap(PhoneNumberEntry::id, PhoneNumberEntry::displayPhone));
        for (ReportLine line : report.lines()) {
            key(csv, report.grouping(), line, phones);
            figures(csv, line.figures());
        }
    }

    private static List<String> keys(Grouping grouping) {
        return switch (grouping) {
            case DAY -> List.of("Day");
            case NUMBER -> List.of("Number", "Phone number");
            case AGENT -> List.of("Agent");
            case CUSTOMER -> List.of("Customer");
        };
    }

    private static void key(Csv csv, Grouping grouping, ReportLine line, Map<NumberId, String> phones)
            throws IOException {
        switch (grouping) {
            case DAY -> csv.text(Objects.toString(line.day(), ""));
            case NUMBER -> csv.text(line.name()).text(line.number() == null ? "" : phones.get(line.number()));
            case AGENT -> csv.text(line.agent() == null ? "No agent" : line.name());
            case CUSTOMER -> csv.text(line.customer() == null ? "All others" : line.name());
        }
    }

    private void figures(Csv csv, Figures figures) throws IOException {
        MetaCharges meta = figures.meta();
        csv.number(figures.sessions())
                .number(figures.inbound())
                .number(figures.outbound())
                .number(figures.failed())
                .number(figures.fees())
                .number(figures.inboundFees())
                .number(figures.outboundFees())
                .number(known(meta))
                .number(meta.priced())
                .number(meta.free())
                .number(meta.withoutRate())
                .text(business.currency().getCurrencyCode())
                .end();
    }

    /** What has no rate is not for nothing. */
    private static @Nullable BigDecimal known(MetaCharges meta) {
        return meta.priced() == 0 && meta.withoutRate() > 0 ? null : meta.amount();
    }
}
