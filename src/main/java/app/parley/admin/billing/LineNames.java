package app.parley.admin.billing;

import app.parley.billing.Grouping;
import app.parley.billing.ReportLine;
import app.parley.numbers.NumberId;
import app.parley.numbers.PhoneNumberEntry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What a line of a report, and a number, are called on the page. */
final class LineNames {

    private final UnaryOperator<String> translate;
    private final LocalizedFormats words;
    private final Map<NumberId, PhoneNumberEntry> numbers;

    LineNames(UnaryOperator<String> translate, LocalizedFormats words, List<PhoneNumberEntry> numbers) {
        this.translate = translate;
        this.words = words;
        this.numbers = numbers.stream().collect(Collectors.toMap(PhoneNumberEntry::id, Function.identity()));
    }

    String of(Grouping grouping, ReportLine line) {
        return switch (grouping) {
            case DAY -> words.day(Objects.requireNonNull(line.day()));
            case NUMBER -> number(Objects.requireNonNull(line.number()));
            case AGENT -> line.agent() == null ? translate.apply("billing.no-agent") : line.name();
            case CUSTOMER -> customer(line);
        };
    }

    private String customer(ReportLine line) {
        if (line.customer() == null) {
            return translate.apply("billing.other-customers");
        }
        return line.name().isBlank() ? translate.apply("billing.unnamed") : line.name();
    }

    String number(NumberId id) {
        PhoneNumberEntry number = numbers.get(id);
        return number == null ? "" : in(number);
    }

    static String in(PhoneNumberEntry number) {
        return number.name() + " · " + number.displayPhone();
    }
}
