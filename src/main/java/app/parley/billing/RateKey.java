package app.parley.billing;

import java.time.LocalDate;

/** What there is one rate for. */
record RateKey(MetaKind kind, LocalDate startsOn) {

    static RateKey of(MetaRate rate) {
        return new RateKey(rate.kind(), rate.startsOn());
    }
}
