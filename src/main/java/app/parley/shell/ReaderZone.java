package app.parley.shell;

import com.vaadin.flow.component.UI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.jspecify.annotations.Nullable;

/** Times as the clock and the calendar of a page's reader have them. */
final class ReaderZone {

    private ReaderZone() {}

    static DateTimeFormatter format(UI ui) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(ui.getLocale())
                .withZone(zone(ui.getPage().getExtendedClientDetails().getTimeZoneId()));
    }

    /** UTC when the browser does not say, or says what is none. */
    private static ZoneId zone(@Nullable String id) {
        try {
            return id == null ? ZoneOffset.UTC : ZoneId.of(id);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
