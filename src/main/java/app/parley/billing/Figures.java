package app.parley.billing;

import java.math.BigDecimal;

/**
 * What a line of a report says.
 *
 * @param sessions that were opened
 * @param inbound customers' messages that were charged
 * @param outbound messages of ours that were charged and not credited
 * @param failed messages of ours that failed, in a session or outside of one
 * @param fees the sum of both directions' fees
 */
public record Figures(
        long sessions,
        long inbound,
        long outbound,
        long failed,
        BigDecimal fees,
        BigDecimal inboundFees,
        BigDecimal outboundFees,
        MetaCharges meta) {

    public static final Figures NONE =
            new Figures(0, 0, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, MetaCharges.NONE);

    static Figures inbound(long messages, BigDecimal fees) {
        return new Figures(0, messages, 0, 0, fees, fees, BigDecimal.ZERO, MetaCharges.NONE);
    }

    static Figures outbound(long messages, BigDecimal fees) {
        return new Figures(0, 0, messages, 0, fees, BigDecimal.ZERO, fees, MetaCharges.NONE);
    }

    /** @param messages inbound ones too, as {@code fees} */
    static Figures of(BigDecimal inbound, BigDecimal inboundFees, BigDecimal messages, BigDecimal fees) {
        return inbound(inbound.longValueExact(), inboundFees)
                .plus(outbound(messages.subtract(inbound).longValueExact(), fees.subtract(inboundFees)));
    }

    static Figures sessions(long sessions) {
        return new Figures(sessions, 0, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, MetaCharges.NONE);
    }

    static Figures failed(long failed) {
        return new Figures(0, 0, 0, failed, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, MetaCharges.NONE);
    }

    static Figures meta(MetaCharges meta) {
        return new Figures(0, 0, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, meta);
    }

    public Figures plus(Figures other) {
        return new Figures(
                sessions + other.sessions,
                inbound + other.inbound,
                outbound + other.outbound,
                failed + other.failed,
                fees.add(other.fees),
                inboundFees.add(other.inboundFees),
                outboundFees.add(other.outboundFees),
                meta.plus(other.meta));
    }

    Figures minus(Figures other) {
        return new Figures(
                sessions - other.sessions,
                inbound - other.inbound,
                outbound - other.outbound,
                failed - other.failed,
                fees.subtract(other.fees),
                inboundFees.subtract(other.inboundFees),
                outboundFees.subtract(other.outboundFees),
                meta.minus(other.meta));
    }

    boolean isNothing() {
        return sessions == 0
                && inbound == 0
                && outbound == 0
                && failed == 0
                && fees.signum() == 0
                && meta.free() == 0
                && meta.priced() == 0
                && meta.withoutRate() == 0;
    }
}
