package app.parley.cloudapi;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Asks Meta what it counted and charged (contract section 8); not every account may ask. */
@Component
public class PricingAnalytics {

    private final GraphClient graph;

    PricingAnalytics(GraphClient graph) {
        this.graph = graph;
    }

    /**
     * Blocks; call it outside any transaction.
     *
     * @param end not in it any more
     * @throws GraphException when Meta cannot be reached, refuses, or does not say
     */
    public PricedVolume of(String accountId, String accessToken, Instant start, Instant end) {
        String fields = "currency,pricing_analytics.start(%d).end(%d).granularity(DAILY).dimensions(%s)"
                .formatted(
                        start.getEpochSecond(),
                        end.getEpochSecond(),
                        "[\"PRICING_CATEGORY\",\"PRICING_TYPE\",\"COUNTRY\",\"PHONE\"]");
        JsonNode answer =
                graph.get(accountId + "?fields=" + URLEncoder.encode(fields, StandardCharsets.UTF_8), accessToken);
        JsonNode analytics = answer.path("pricing_analytics");
        if (!analytics.path("data").isArray()) {
            throw new GraphException("WhatsApp does not say what it counted of this account");
        }
        PricedVolume sum = new PricedVolume(0, BigDecimal.ZERO, currency(answer));
        for (JsonNode data : analytics.path("data")) {
            for (JsonNode point : data.path("data_points")) {
                sum = plus(sum, point);
            }
        }
        return sum;
    }

    /** One whose volume cannot be read is left out; a cost that is missing makes the sum unknown. */
    private static PricedVolume plus(PricedVolume sum, JsonNode point) {
        Long messages = Json.whole(point, "volume");
        if (messages == null) {
            return sum;
        }
        return new PricedVolume(
                sum.messages() + messages, plus(sum.cost(), Json.decimal(point, "cost")), sum.currency());
    }

    private static @Nullable Currency currency(JsonNode account) {
        String code = Json.text(account, "currency");
        try {
            return code == null ? null : Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable BigDecimal plus(@Nullable BigDecimal sum, @Nullable BigDecimal cost) {
        return sum == null || cost == null ? null : sum.add(cost);
    }
}
