package app.parley.admin;

import java.text.NumberFormat;
import java.util.Locale;

/** A number whose counting may have ended early: "10,000+". */
final class CappedCount {

    private CappedCount() {}

    static String words(int count, int most, Locale locale) {
        NumberFormat format = NumberFormat.getIntegerInstance(locale);
        return count > most ? format.format(most) + "+" : format.format(count);
    }
}
