package app.parley.billing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a table of WhatsApp's rates: CSV with a heading, the columns in any order, others beside them left alone. Fields
 * are parted by comma, semicolon or tab, whichever the heading has most of.
 */
final class RateFileReader {

    static final int MOST_RATES = 100_000;
    static final int MOST_ERRORS = 100;

    private static final List<String> NEEDED = List.of("country", "category", "starts_on", "amount", "currency");
    private static final String TYPE = "type";

    private final RateFields fields;
    private final List<MetaRate> rates = new ArrayList<>();
    private final List<RateFileError> errors = new ArrayList<>();
    private final Map<String, Integer> columns = new HashMap<>();
    private final Map<RateKey, Long> lines = new HashMap<>();

    private RateFileReader(Currency currency) {
        this.fields = new RateFields(currency, errors);
    }

    static RateFile read(byte[] file, Currency currency) {
        RateFileReader reader = new RateFileReader(currency);
        reader.read(RateFileText.of(file));
        return new RateFile(reader.rates, reader.errors);
    }

    private void read(String text) {
        char separator = separator(text.lines().findFirst().orElse(""));
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text)) {
            int width = 0;
            for (CsvRecord line : csv) {
                if (width == 0) {
                    width = line.getFieldCount();
                    heading(line);
                } else if (isBlank(line)) {
                    continue;
                } else if (line.getFieldCount() != width) {
                    error(line, RateFault.FIELDS, String.valueOf(line.getFieldCount()));
                } else {
                    line(line);
                }
                if (errors.size() >= MOST_ERRORS || lacksColumns()) {
                    return;
                }
            }
            if (rates.isEmpty() && errors.isEmpty()) {
                errors.add(new RateFileError(1, RateFault.EMPTY, ""));
            }
        } catch (CsvParseException e) {
            errors.add(new RateFileError(lines.size() + 1L, RateFault.UNREADABLE, ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // Of a text in memory there is none.
        }
    }

    private static char separator(String heading) {
        char best = ',';
        for (char separator : new char[] {';', '\t'}) {
            if (count(heading, separator) > count(heading, best)) {
                best = separator;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    /** A line of nothing but separators, as spreadsheets leave them at the end. */
    private static boolean isBlank(CsvRecord line) {
        return line.getFields().stream().allMatch(String::isBlank);
    }

    private void heading(CsvRecord heading) {
        for (int i = 0; i < heading.getFieldCount(); i++) {
            String name = heading.getField(i).strip().toLowerCase(Locale.ROOT);
            boolean known = NEEDED.contains(name) || name.equals(TYPE);
            if (columns.putIfAbsent(name, i) != null && known) {
                error(heading, RateFault.COLUMN_TWICE, name);
            }
        }
        NEEDED.stream()
                .filter(name -> !columns.containsKey(name))
                .forEach(name -> error(heading, RateFault.COLUMN_MISSING, name));
    }

    private boolean lacksColumns() {
        return !columns.keySet().containsAll(NEEDED);
    }

    private void line(CsvRecord line) {
        long number = line.getStartingLineNumber();
        if (rates.size() >= MOST_RATES) {
            error(line, RateFault.TOO_MANY, String.valueOf(MOST_RATES));
            return;
        }
        Optional<MetaRate> read = fields.rate(number, name -> field(line, name));
        read.ifPresent(rate -> {
            Long before = lines.putIfAbsent(RateKey.of(rate), number);
            if (before != null) {
                error(line, RateFault.TWICE, String.valueOf(before));
            } else {
                rates.add(rate);
            }
        });
    }

    private String field(CsvRecord line, String name) {
        Integer column = columns.get(name);
        return column == null ? "" : line.getField(column).strip();
    }

    private void error(CsvRecord line, RateFault fault, String value) {
        errors.add(new RateFileError(line.getStartingLineNumber(), fault, value));
    }
}
