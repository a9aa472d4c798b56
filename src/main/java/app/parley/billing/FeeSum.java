package app.parley.billing;

import java.math.BigDecimal;

/** Fees that are being added up. */
final class FeeSum {

    private long inbound;
    private long outbound;
    private BigDecimal inboundFees = BigDecimal.ZERO;
    private BigDecimal outboundFees = BigDecimal.ZERO;

    void addInbound(long messages, BigDecimal fees) {
        inbound += messages;
        inboundFees = inboundFees.add(fees);
    }

    void addOutbound(long messages, BigDecimal fees) {
        outbound += messages;
        outboundFees = outboundFees.add(fees);
    }

    void add(FeeSum other) {
        addInbound(other.inbound, other.inboundFees);
        addOutbound(other.outbound, other.outboundFees);
    }

    /** Of some there is only what was taken off again. */
    boolean isNothing() {
        return inbound == 0 && outbound == 0 && fees().signum() == 0;
    }

    BigDecimal fees() {
        return inboundFees.add(outboundFees);
    }

    Figures figures() {
        return Figures.inbound(inbound, inboundFees).plus(Figures.outbound(outbound, outboundFees));
    }
}
