package app.parley.billing;

/** A rule forbids the rate; nothing was changed. */
public class RateRefusedException extends RuntimeException {

    private final RateRefusal refusal;

    RateRefusedException(RateRefusal refusal) {
        super(refusal.name());
        this.refusal = refusal;
    }

    public RateRefusal refusal() {
        return refusal;
    }
}
