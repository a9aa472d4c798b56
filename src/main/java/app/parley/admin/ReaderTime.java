package app.parley.admin;

import com.vaadin.flow.component.UI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times as the reader's own clock and calendar have them. */
final class ReaderTime {

    private final ZoneId zone;
    private final DateTimeFormatter format;

    private ReaderTime(ZoneId zone, Locale locale) {
        this.zone = zone;
        this.format = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM)
                .withLocale(locale)
                .withZone(zone);
    }

    /** As this browser says where it is; UTC when it does not say. */
    static ReaderTime of(UI ui) {
        return new ReaderTime(zone(ui.getPage().getExtendedClientDetails().getTimeZoneId()), ui.getLocale());
    }

    String words(Instant instant) {
        return format.format(instant);
    }

    ZoneId zone() {
        return zone;
    }

    /** UTC when there is no such zone. */
    static ZoneId zone(@Nullable String id) {
        try {
            return id == null ? ZoneOffset.UTC : ZoneId.of(id);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
