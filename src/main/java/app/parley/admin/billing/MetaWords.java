package app.parley.admin.billing;

import app.parley.billing.MetaCharges;

/** Meta's charges, where the rate of some may not be known. */
final class MetaWords {

    private MetaWords() {}

    /** Where messages are charged and none of them has a rate, the amount is not zero but unknown. */
    static boolean amountIsKnown(MetaCharges charges) {
        return charges.priced() > 0 || charges.withoutRate() == 0;
    }
}
