package app.parley.billing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What there is of WhatsApp's rates; no days where there are none. */
public record MetaRateSummary(
        int rates,
        int countries,
        @Nullable LocalDate earliest,
        @Nullable LocalDate latest) {}
