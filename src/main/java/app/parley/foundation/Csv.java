package app.parley.foundation;

import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Rows of values with commas between them (RFC 4180), for spreadsheets: a byte order mark first, numbers with a decimal
 * point, and no text that one of them would take for a formula.
 */
public final class Csv {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String BEGINS_FORMULA = "=+-@";

    private final Appendable out;
    private boolean rowBegan;

    public Csv(Appendable out) throws IOException {
        this.out = out;
        out.append(BYTE_ORDER_MARK);
    }

    /** Somebody's own words or ours; what would begin a formula gets an apostrophe before it. */
    public Csv text(@Nullable String text) throws IOException {
        separate();
        if (text != null && !text.isEmpty()) {
            quote(isFormula(text) ? "'" + text : text);
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

    /** Some spreadsheets look past white space. */
    private static boolean isFormula(String text) {
        if (text.charAt(0) == '\t' || text.charAt(0) == '\r' || text.charAt(0) == '\n') {
            return true;
        }
        String begin = text.stripLeading();
        return !begin.isEmpty() && BEGINS_FORMULA.indexOf(begin.charAt(0)) >= 0;
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
