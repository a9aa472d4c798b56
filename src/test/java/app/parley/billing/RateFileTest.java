package app.parley.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever a spreadsheet makes of a table of rates. */
class RateFileTest {

    private static final String HEADING = "country,category,type,starts_on,amount,currency\n";

    private static RateFile read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static RateFile read(byte[] file) {
        return RateFileReader.read(file, Currency.getInstance("USD"));
    }

    private static void isUtilityInSpain(RateFile file) {
        assertThat(file.errors()).isEmpty();
        assertThat(file.rates())
                .containsExactly(new MetaRate(
                        new MetaKind("ES", "utility", "regular"),
                        LocalDate.of(2026, 10, 1),
                        new BigDecimal("0.016600")));
    }

    @Test
    void aPlainTable() {
        isUtilityInSpain(read(HEADING + "ES,utility,regular,2026-10-01,0.0166,USD\n"));
        isUtilityInSpain(
                read("amount,currency,note,starts_on,category,country\n0.0166,usd,ours,2026-10-01,Utility,es"));
    }

    @Test
    void aTableSavedWhereACommaPartsDecimals() {
        String semicolons = """
                \uFEFFcountry;category;type;starts_on;amount;currency
                ES;utility;;2026-10-01;0,0166;USD
                ;;;;;

                """;
        isUtilityInSpain(read(semicolons.replace("\n", "\r\n")));
        isUtilityInSpain(read("country,category,starts_on,amount,currency\nES,utility,2026-10-01,\"0,0166\",USD"));
    }

    @Test
    void aTableInAnyEncoding() {
        String tabs = """
                country\tname\tcategory\tstarts_on\tamount\tcurrency
                ES\tEspaña\tutility\t2026-10-01\t0,0166\tUSD
                """;
        isUtilityInSpain(read(("\uFEFF" + tabs).getBytes(StandardCharsets.UTF_16LE)));
        isUtilityInSpain(read(tabs.getBytes(Charset.forName("windows-1252"))));
    }

    @Test
    void bothSpellingsOfInternationalAuthentication() {
        RateFile file = read(HEADING + "IN,authentication_international,,2026-10-01,0.02,USD\n");
        assertThat(file.rates().getFirst().kind().category()).isEqualTo("authentication-international");
    }

    @Test
    void everyMistakeIsSaidByItsLine() {
        RateFile file = read(HEADING
                + "ES,utility,regular,2026-10-01,0.0166,USD\n"
                + "XX,utility,regular,2026-10-01,0.0166,USD\n"
                + "ES,utillity,regular,2026-10-01,0.0166,USD\n"
                + "ES,service,free_customer_service,2026-10-01,0,USD\n"
                + "ES,utility,regular,2026-02-30,0.0166,USD\n"
                + "ES,utility,regular,1/10/2026,a lot,USD\n"
                + "ES,utility,regular,2026-11-01,-1,USD\n"
                + "ES,utility,regular,2026-11-01,1001,USD\n"
                + "ES,utility,regular,2026-11-01,0.0000001,USD\n"
                + "ES,utility,regular,2026-11-01,1.234.567,EUR\n"
                + "ES,utility,2026-11-01\n"
                + "\"ES\",\"utility\",,2026-10-01,1,USD\n");
        assertThat(file.errors())
                .extracting(RateFileError::line, RateFileError::fault, RateFileError::value)
                .containsExactly(
                        tuple(3L, RateFault.COUNTRY, "XX"),
                        tuple(4L, RateFault.CATEGORY, "utillity"),
                        tuple(5L, RateFault.TYPE, "free_customer_service"),
                        tuple(6L, RateFault.DATE, "2026-02-30"),
                        tuple(7L, RateFault.DATE, "1/10/2026"),
                        tuple(7L, RateFault.AMOUNT, "a lot"),
                        tuple(8L, RateFault.NEGATIVE, "-1"),
                        tuple(9L, RateFault.ABSURD, "1001"),
                        tuple(10L, RateFault.TOO_FINE, "0.0000001"),
                        tuple(11L, RateFault.AMOUNT, "1.234.567"),
                        tuple(11L, RateFault.CURRENCY, "EUR"),
                        tuple(12L, RateFault.FIELDS, "3"),
                        tuple(13L, RateFault.TWICE, "2"));
    }

    @Test
    void aHeadingWithoutAColumn() {
        assertThat(read("country,category,amount\nES,utility,1\n").errors())
                .extracting(RateFileError::fault, RateFileError::value)
                .containsExactly(
                        tuple(RateFault.COLUMN_MISSING, "starts_on"), tuple(RateFault.COLUMN_MISSING, "currency"));
        assertThat(read("amount,country,amount,category,starts_on,currency\n1,ES,2,utility,2026-10-01,USD\n")
                        .errors())
                .extracting(RateFileError::fault)
                .contains(RateFault.COLUMN_TWICE);
    }

    @Test
    void nothingAtAll() {
        assertThat(read("").errors()).extracting(RateFileError::fault).containsExactly(RateFault.EMPTY);
        assertThat(read(HEADING).errors()).extracting(RateFileError::fault).containsExactly(RateFault.EMPTY);
        assertThat(read(new byte[] {0, (byte) 0xFF, 7}).errors()).isNotEmpty();
    }

    @Test
    void asManyLinesAsThereMayBeAndOneMore() {
        String many = HEADING + lines(RateFileReader.MOST_RATES);
        assertThat(read(many).rates()).hasSize(RateFileReader.MOST_RATES);
        assertThat(read(many + "ES,utility,,2026-10-01,1,USD\n").errors())
                .extracting(RateFileError::fault)
                .containsExactly(RateFault.TOO_MANY);
    }

    private static String lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "%s,%s,type_%s,%s,0.%05d,USD\n"
                        .formatted(
                                i % 2 == 0 ? "ES" : "PT",
                                i % 4 < 2 ? "utility" : "marketing",
                                i % 8 < 4 ? "a" : "b",
                                LocalDate.of(2000, 1, 1).plusDays(i / 8),
                                i % 100_000))
                .collect(Collectors.joining());
    }
}
