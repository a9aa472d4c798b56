package app.parley.billing;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What WhatsApp charges for a message of this kind, from midnight of a day by the business's clocks on. */
public record MetaRate(MetaKind kind, LocalDate startsOn, BigDecimal amount) {}
