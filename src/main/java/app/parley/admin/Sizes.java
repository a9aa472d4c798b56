package app.parley.admin;

import java.text.NumberFormat;
import java.util.Locale;

/** Bytes in words: "3.4 GB". */
final class Sizes {

    private static final String[] UNITS = {"kB", "MB", "GB", "TB"};

    private Sizes() {}

    static String words(long bytes, Locale locale) {
        double size = bytes / 1000.0;
        int unit = 0;
        while (size >= 1000 && unit < UNITS.length - 1) {
            size /= 1000;
            unit++;
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(size < 10 ? 1 : 0);
        return format.format(size) + " " + UNITS[unit];
    }
}
