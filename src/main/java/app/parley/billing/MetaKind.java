package app.parley.billing;

import static java.util.Comparator.comparing;

import java.util.Comparator;

/** What a charge of WhatsApp's depends on besides the day. Any of it is empty where WhatsApp did not say. */
public record MetaKind(String country, String category, String type) implements Comparable<MetaKind> {

    private static final Comparator<MetaKind> ORDER =
            comparing(MetaKind::country).thenComparing(MetaKind::category).thenComparing(MetaKind::type);

    /** Because WhatsApp says so. */
    boolean isFree() {
        return type.startsWith("free");
    }

    @Override
    public int compareTo(MetaKind other) {
        return ORDER.compare(this, other);
    }
}
