package app.parley.foundation;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Rows of values with commas between them (RFC 4180), for spreadsheets: a byte order mark first, numbers with a decimal
 * point, and no text that one of them would take for a formula.
 */
public final class Csv {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** In the letters of East Asian keyboards, too, which some spreadsheets read as the plain ones. */
    private static final String BEGINS_FORMULA = "=+@\uFF1D\uFF0B\uFF0D\uFF20-";

    /**
     * Where lists are written with semicolons, a spreadsheet takes a file like ours apart at these, and sees no quotes
     * that do not begin a cell: what follows them must begin no formula either.
     */
    private static final Pattern LATER_FORMULA =
            Pattern.compile("([;\t\r\n][\\s\\p{Z}\\p{C}\"']*+)(?=[" + BEGINS_FORMULA + "])");

    private final Appendable out;
    private boolean rowBegan;

    public Csv(Appendable out) throws IOException {
        this.out = out;
        out.append(BYTE_ORDER_MARK);
    }

    /** Somebody's own words or ours; what would begin a formula gets an apostrophe. */
    public Csv text(@Nullable String text) throws IOException {
        separate();
        if (text != null && !text.isEmpty()) {
            String harmless = LATER_FORMULA.matcher(text).replaceAll("$1'");
            quote(isFormula(harmless) ? "'" + harmless : harmless);
        }
        return this;
    }

    public Csv number(long number) throws IOException {
        separate();
        out.append(Long.toString(number));
        return this;
    }

    /** @param number null leaves the cell empty */
    public Csv number(@Nullable BigDecimal number) throws IOException {
        separate();
        if (number != null) {
            out.append(number.toPlainString());
        }
        return this;
    }

    public void end() throws IOException {
        out.append("\r\n");
        rowBegan = false;
    }

    private void separate() throws IOException {
        if (rowBegan) {
            out.append(',');
        }
        rowBegan = true;
    }

    /** Some spreadsheets look past white space, what nobody sees, and quotes. */
    private static boolean isFormula(String text) {
        if (text.charAt(0) == '\t' || text.charAt(0) == '\r' || text.charAt(0) == '\n') {
            return true;
        }
        int begin = text.codePoints().dropWhile(Csv::isUnseen).findFirst().orElse(' ');
        return BEGINS_FORMULA.indexOf(begin) >= 0;
    }

    private static boolean isUnseen(int c) {
        int type = Character.getType(c);
        return c == '"'
                || Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE;
    }

    private void quote(String text) throws IOException {
        if (isPlain(text)) {
            out.append(text);
        } else {
            out.append('"').append(text.replace("\"", "\"\"")).append('"');
        }
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '"' || c == ';' || c < ' ') {
                return false;
            }
        }
        return text.charAt(0) != ' ' && text.charAt(text.length() - 1) != ' ';
    }
}
