package app.parley.inbox.chat;

import app.parley.cloudapi.Order;
import com.vaadin.flow.component.Component;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was ordered, item by item; amounts are exact, and written as the reader's country writes them. */
final class Orders {

    private Orders() {}

    static Card card(Order order, Component words) {
        Locale locale = JsonAttribute.readersLocale();
        return new Card.Shopping(
                "order",
                words.getTranslation("chat.card.order", count(order)),
                order.items().stream().map(item -> row(item, locale, words)).toList(),
                order.totals().entrySet().stream()
                        .map(total -> new Card.Row(
                                words.getTranslation("chat.card.total"),
                                money(total.getValue(), total.getKey(), locale)))
                        .toList());
    }

    /** Where a quantity cannot be read, it counts as one. */
    private static BigDecimal count(Order order) {
        return order.items().stream()
                .map(item -> Objects.requireNonNullElse(item.quantity(), BigDecimal.ONE))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Card.Item row(Order.Item item, Locale locale, Component words) {
        BigDecimal total = item.total();
        String price = item.price() == null ? null : money(item.price(), item.currency(), locale);
        return new Card.Item(
                Objects.requireNonNullElse(item.retailerId(), words.getTranslation("chat.card.item")),
                times(item.quantity(), price, locale),
                total == null ? null : money(total, item.currency(), locale));
    }

    private static @Nullable String times(@Nullable BigDecimal quantity, @Nullable String price, Locale locale) {
        String number = quantity == null ? null : number(quantity, locale);
        if (number == null || price == null) {
            return number == null ? price : number + " ×";
        }
        return number + " × " + price;
    }

    private static String number(BigDecimal number, Locale locale) {
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(Math.max(0, number.scale()));
        return format.format(number);
    }

    /** Never rounded; a currency that does not exist stands behind the number as it came. */
    static String money(BigDecimal amount, @Nullable String currency, Locale locale) {
        try {
            NumberFormat format = NumberFormat.getCurrencyInstance(locale);
            Currency known = Currency.getInstance(Objects.requireNonNullElse(currency, ""));
            int digits = Math.max(0, known.getDefaultFractionDigits());
            format.setCurrency(known);
            format.setMinimumFractionDigits(digits);
            format.setMaximumFractionDigits(
                    Math.max(digits, amount.stripTrailingZeros().scale()));
            return format.format(amount);
        } catch (IllegalArgumentException e) {
            return currency == null ? number(amount, locale) : number(amount, locale) + " " + currency;
        }
    }
}
