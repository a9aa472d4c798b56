package app.parley.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    @ValueSource(strings = {"Shop;24h", "Line one\n12 rolls", "Ana\t7.50", "a;b", "Open; <daily>, 9:30/18:00?"})
    void whatIsNoFormulaStaysAsItIs(String text) throws IOException {
        assertThat(written(text)).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\tMarta", "\rMarta", "\nMarta"})
    void whatBeginsWithATabOrALineBreakIsTextAndQuoted(String text) throws IOException {
        assertThat(written(text)).isEqualTo(MARK + "\"'" + text + "\",1\r\n");
    }

    /** Each of these as it is, after what nobody sees, in East Asian letters, and as a later cell of the same text. */
    @Test
    void noFormulaOfTheListIsOneInAnyCellHoweverTheFileIsTakenApart() throws IOException {
        int tried = 0;
        for (String formula : FORMULAS) {
            for (String before : BEFORE) {
                String text = before + formula;
                String row = written(text).substring(1).replaceAll(",1\r\n$", "");
                assertThat(cells(row, ",")).as(text).hasSize(1).noneMatch(CsvTest::begins);
                assertThat(cells("x," + row, ";")).as(text).noneMatch(CsvTest::begins);
                assertThat(cells("x," + row, "\t")).as(text).noneMatch(CsvTest::begins);
                tried++;
            }
        }
        IO.println("Formulas in files for spreadsheets: " + tried + " texts, 0 left standing");
    }

    private static final List<String> FORMULAS = List.of(
            "=1+1",
            "+1+1",
            "-1+1",
            "@SUM(A1)",
            "=cmd|' /C calc'!A0",
            "=HYPERLINK(\"http://x.example\",\"Marta\")",
            "=WEBSERVICE(\"http://x.example\")",
            "=IMPORTXML(\"http://x.example\",\"//a\")",
            "=DDE(\"cmd\";\"/C calc\")",
            "=\"a\"&A1",
            "-2+3+cmd|' /C calc'!A0",
            "@A1",
            "=1;=2",
            "\uFF1D1+1",
            "\uFF0B1",
            "\uFF0D1",
            "\uFF20SUM(A1)",
            "==1",
            "=+1",
            "+-@=1",
            "=rundll32|'URL.dll,OpenURL calc'!A",
            "=A1\n=A2",
            "=(1)",
            "-@",
            "=IMAGE(\"http://x.example\")");

    private static final List<String> BEFORE = List.of(
            "",
            " ",
            "   ",
            "\t",
            "\r",
            "\n",
            "\r\n",
            "\u00A0",
            "\u3000",
            "\u200B",
            "\uFEFF",
            "\u2028",
            "\u202E",
            "\u0000",
            "\u0001",
            "Marta;",
            "Marta; ",
            "Marta\t",
            "Marta\n",
            "Marta\r\n",
            "Marta\";",
            "Marta;\"",
            "\";",
            ";",
            ";;",
            "a;b;",
            "Marta;'\"",
            "Marta;\u00A0",
            "Marta\n\uFEFF",
            "\"");

    /** Taken apart at another mark than ours, and with quotes only where a cell begins with one, as spreadsheets do. */
    private static List<String> cells(String row, String mark) {
        List<String> cells = new ArrayList<>();
        Matcher cell = Pattern.compile("(?:^|[" + mark + "\r\n])(\"(?:[^\"]|\"\")*+\"|[^" + mark + "\r\n]*+)")
                .matcher(row);
        while (cell.find()) {
            String text = cell.group(1);
            cells.add(
                    text.startsWith("\"") && text.endsWith("\"") && text.length() > 1
                            ? text.substring(1, text.length() - 1).replace("\"\"", "\"")
                            : text);
        }
        return cells;
    }

    /** Looking past what nobody sees, and past quotes that belong to nothing. */
    private static boolean begins(String cell) {
        return cell.matches("(?s)[\\s\\p{Z}\\p{C}\"]*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20].*");
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
