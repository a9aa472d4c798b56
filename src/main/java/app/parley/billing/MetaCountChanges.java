package app.parley.billing;

import app.parley.conversations.ConversationId;
import app.parley.conversations.MessagePriced;
import app.parley.conversations.PricedMessage;
import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What one transaction changes in the counts of what WhatsApp charges. */
final class MetaCountChanges {

    private final Map<MetaSumKey, Count> sums = new TreeMap<>();
    private final Map<MetaAgentKey, Long> agents = new TreeMap<>();
    private final Map<MetaDayKey, Long> days = new TreeMap<>();

    private record Count(long messages, long confirmed) {

        Count plus(Count other) {
            return new Count(messages + other.messages, confirmed + other.confirmed);
        }

        boolean isNothing() {
            return messages == 0 && confirmed == 0;
        }
    }

    void add(MessagePriced priced) {
        add(priced.number(), priced.before(), -1);
        add(priced.number(), priced.now(), 1);
    }

    private void add(NumberId number, @Nullable PricedMessage message, int sign) {
        if (message == null) {
            return;
        }
        Count count = new Count(sign, message.confirmed() ? sign : 0);
        AgentId agent = message.agent() == null ? AgentSum.NOBODY : message.agent();
        MetaKind kind = new MetaKind(message.country(), message.category(), message.type());
        LocalDate day = LocalDate.ofInstant(message.toldAt(), ZoneOffset.UTC);
        sums.merge(new MetaSumKey(Quarters.of(message.toldAt()), number.value(), kind), count, Count::plus);
        agents.merge(new MetaAgentKey(day, number.value(), agent.value(), kind), count.messages(), Long::sum);
        ConversationId conversation = message.conversation();
        if (conversation != null) {
            days.merge(new MetaDayKey(conversation.value(), day, kind), count.messages(), Long::sum);
        }
    }

    List<BatchUpsert.Row> sums() {
        return sums.entrySet().stream()
                .filter(sum -> !sum.getValue().isNothing())
                .map(sum -> new BatchUpsert.Row(
                        List.of(sum.getValue().messages(), sum.getValue().confirmed()),
                        sum.getKey().columns()))
                .toList();
    }

    List<BatchUpsert.Row> agents() {
        return rows(agents, MetaAgentKey::columns);
    }

    List<BatchUpsert.Row> days() {
        return rows(days, MetaDayKey::columns);
    }

    private static <K> List<BatchUpsert.Row> rows(Map<K, Long> counts, Function<K, List<Object>> columns) {
        return counts.entrySet().stream()
                .filter(count -> count.getValue() != 0)
                .map(count -> new BatchUpsert.Row(List.of(count.getValue()), columns.apply(count.getKey())))
                .toList();
    }
}
