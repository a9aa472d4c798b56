package app.parley.inbox.chat;

import app.parley.billing.ConversationCost;
import java.text.NumberFormat;
import java.util.Locale;

/** What a conversation has cost, as the reader writes money: to the last digit, which is less than a cent. */
final class CostWords {

    private static final int MOST_PLACES = 6;

    private CostWords() {}

    static String of(ConversationCost cost, Locale locale) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(cost.currency());
        format.setMinimumFractionDigits(cost.currency().getDefaultFractionDigits());
        format.setMaximumFractionDigits(MOST_PLACES);
        return format.format(cost.fees());
    }
}
