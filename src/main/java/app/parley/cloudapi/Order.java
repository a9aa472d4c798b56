package app.parley.cloudapi;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a customer orders from the catalog (contract 2.2). Prices are exact decimals; quantities come as text too. */
public record Order(@Nullable String catalogId, List<Item> items) {

    /** Null where Meta gave no readable number. */
    public record Item(
            @Nullable String retailerId,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal price,
            @Nullable String currency) {

        static Item of(JsonNode node) {
            return new Item(
                    Json.text(node, "product_retailer_id"),
                    Json.decimal(node, "quantity"),
                    Json.decimal(node, "item_price"),
                    Json.text(node, "currency"));
        }

        /** Null when quantity or price is not known. */
        public @Nullable BigDecimal total() {
            return quantity == null || price == null ? null : quantity.multiply(price);
        }
    }

    static @Nullable Order of(JsonNode node) {
        return node.isObject()
                ? new Order(
                        Json.text(node, "catalog_id"),
                        node.path("product_items").valueStream().map(Item::of).toList())
                : null;
    }

    /** The sum by currency; empty when an item has no readable price, quantity or currency: then no sum would be true. */
    public Map<String, BigDecimal> totals() {
        Map<String, BigDecimal> totals = new TreeMap<>();
        for (Item item : items) {
            BigDecimal total = item.total();
            if (total == null || item.currency() == null) {
                return Map.of();
            }
            totals.merge(item.currency(), total, BigDecimal::add);
        }
        return totals;
    }
}
