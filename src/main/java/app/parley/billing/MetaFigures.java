package app.parley.billing;

import app.parley.conversations.ConversationId;
import app.parley.conversations.CustomerId;
import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What WhatsApp charges in a period, priced by the rates that we know today: each message by the one of its day. */
@Component
class MetaFigures {

    private final MetaCountRepository counts;
    private final AgentMetaRepository agentCounts;
    private final CustomerMetaRepository customerCounts;
    private final MetaRateRepository rates;

    MetaFigures(
            MetaCountRepository counts,
            AgentMetaRepository agentCounts,
            CustomerMetaRepository customerCounts,
            MetaRateRepository rates) {
        this.counts = counts;
        this.agentCounts = agentCounts;
        this.customerCounts = customerCounts;
        this.rates = rates;
    }

    Map<LocalDate, Figures> byDay(Period period, @Nullable NumberId number) {
        return priced(period, counts.byDay(period, number));
    }

    Map<NumberId, Figures> byNumber(Period period, @Nullable NumberId number) {
        return priced(period, counts.byNumber(spans(period), number));
    }

    /** What no agent of ours sent is {@link AgentSum#NOBODY}'s. */
    Map<AgentId, Figures> byAgent(Period period, @Nullable NumberId number) {
        return priced(period, agentCounts.byAgent(spans(period), number));
    }

    /** @param owners of the conversations that are asked for: whose each is */
    Map<CustomerId, Figures> byCustomer(Period period, Map<ConversationId, CustomerId> owners) {
        return priced(period, customerCounts.byCustomer(spans(period), owners));
    }

    List<CustomerId> busiestCustomers(Period period, @Nullable NumberId number, int limit) {
        return customerCounts.busiest(period, number, limit);
    }

    private Spans spans(Period period) {
        return new Spans(period, rates.changes(period));
    }

    private <K> Map<K, Figures> priced(Period period, List<MetaCount<K>> all) {
        Set<String> countries =
                all.stream().map(count -> count.kind().country()).collect(Collectors.toSet());
        MetaRateTable table = rates.table(countries, period.to());
        Map<K, Figures> figures = new HashMap<>();
        all.forEach(count -> figures.merge(count.of(), Figures.meta(charges(count, table)), Figures::plus));
        return figures;
    }

    private static MetaCharges charges(MetaCount<?> count, MetaRateTable table) {
        long messages = count.messages();
        if (count.kind().isFree()) {
            return new MetaCharges(messages, 0, 0, BigDecimal.ZERO);
        }
        return table.on(count.kind(), count.since())
                .map(rate -> new MetaCharges(0, messages, 0, rate.multiply(BigDecimal.valueOf(messages))))
                .orElseGet(() -> new MetaCharges(0, 0, messages, BigDecimal.ZERO));
    }
}
