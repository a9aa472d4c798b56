package app.parley.admin.billing;

import app.parley.billing.Figures;
import app.parley.billing.ReportLine;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The fees of each day as bars, inbound below, outbound above; of each month where there are more days than bars have
 * room. Its figures are in a table too, for those who hear the page.
 */
@Tag("parley-fee-chart")
@JsModule("context://modules/fee-chart.js")
final class FeeChart extends Component {

    /** More bars than that are too thin to be pointed at. */
    private static final int MOST_BARS = 124;

    private final transient Money money;
    private final transient LocalizedFormats words;

    FeeChart(Money money, LocalizedFormats words) {
        this.money = money;
        this.words = words;
        getElement()
                .setAttribute("data-inbound", getTranslation("billing.inbound"))
                .setAttribute("data-outbound", getTranslation("billing.outbound"));
    }

    /**
     * One bar as the browser draws it.
     *
     * @param label below it
     * @param title in full
     * @param inbound to draw; {@code inboundWords} to read
     */
    record Bar(
            String label,
            String title,
            BigDecimal inbound,
            BigDecimal outbound,
            String inboundWords,
            String outboundWords) {}

    /** @return whether the bars are days */
    boolean show(List<ReportLine> days) {
        boolean byDay = days.size() <= MOST_BARS;
        List<Bar> bars = byDay
                ? bars(sums(days, Function.identity()), words::shortDay, words::day)
                : bars(sums(days, YearMonth::from), words::month, words::month);
        getElement().setAttribute("data-first", getTranslation(byDay ? "billing.day" : "billing.month"));
        getElement().setPropertyList("bars", bars);
        return byDay;
    }

    private static <K> Map<K, Figures> sums(List<ReportLine> days, Function<LocalDate, K> key) {
        Map<K, Figures> sums = new TreeMap<>();
        days.forEach(line -> sums.merge(key.apply(Objects.requireNonNull(line.day())), line.figures(), Figures::plus));
        return sums;
    }

    private <K> List<Bar> bars(Map<K, Figures> sums, Function<K, String> label, Function<K, String> title) {
        return sums.entrySet().stream()
                .map(sum -> bar(label.apply(sum.getKey()), title.apply(sum.getKey()), sum.getValue()))
                .toList();
    }

    private Bar bar(String label, String title, Figures figures) {
        return new Bar(
                label,
                title,
                figures.inboundFees(),
                figures.outboundFees(),
                money.words(figures.inboundFees()),
                money.words(figures.outboundFees()));
    }
}
