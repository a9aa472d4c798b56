package app.parley.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    private static final String MARK = "\uFEFF";

    private final StringBuilder out = new StringBuilder();

    private String written(String text) throws IOException {
        out.setLength(0);
        new Csv(out).text(text).number(1).end();
        return out.toString();
    }

    @Test
    void aFileBeginsWithTheMarkThatSpreadsheetsKnowUtf8By() throws IOException {
        new Csv(out);
        assertThat(out).hasToString(MARK);
    }

    @Test
    void aRowIsCellsWithCommasBetweenThemAndEndsAsTheStandardSays() throws IOException {
        Csv csv = new Csv(out);
        csv.text("Marta")
                .number(3)
                .number(new BigDecimal("-0.005000"))
                .text(null)
                .end();
        csv.text("")
                .number((BigDecimal) null)
                .number(new BigDecimal("1E+3"))
                .text("Ben")
                .end();
        assertThat(out).hasToString(MARK + "Marta,3,-0.005000,\r\n,,1000,Ben\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+34 612", "-2", "@SUM(A1)", "  =1+1", "=cmd|' /C calc'!A0"})
    void whatWouldBeAFormulaIsText(String text) throws IOException {
        assertThat(written(text)).startsWith(MARK + "'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\tMarta", "\rMarta", "\nMarta"})
    void whatBeginsWithATabOrALineBreakIsTextAndQuoted(String text) throws IOException {
        assertThat(written(text)).isEqualTo(MARK + "\"'" + text + "\",1\r\n");
    }

    @Test
    void quotesCommasAndLineBreaksStayInTheirCell() throws IOException {
        assertThat(written("Marta \"the baker\" Gil, Sons\nand daughters"))
                .isEqualTo(MARK + "\"Marta \"\"the baker\"\" Gil, Sons\nand daughters\",1\r\n");
        assertThat(written("a;b")).isEqualTo(MARK + "\"a;b\",1\r\n");
        assertThat(written("=\"a\",b")).isEqualTo(MARK + "\"'=\"\"a\"\",b\",1\r\n");
    }

    @Test
    void namesOfEveryScriptAreAsTheyAre() throws IOException {
        assertThat(written("نور الهاشمي")).isEqualTo(MARK + "نور الهاشمي,1\r\n");
        assertThat(written("Łukasz 🥖")).isEqualTo(MARK + "Łukasz 🥖,1\r\n");
    }
}
