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
import org.jspecify.annotations.Nullable;

/** What one transaction changes in the counts of what WhatsApp charges. */
final class MetaTurn {

    private final Map<MetaSumKey, Count> sums = new TreeMap<>();
    private final Map<MetaDayKey, Count> days = new TreeMap<>();

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
        AgentId agent = message.agent() == null ? QuarterSum.NOBODY : message.agent();
        MetaKind kind = new MetaKind(message.country(), message.category(), message.type());
        sums.merge(
                new MetaSumKey(Quarters.of(message.toldAt()), number.value(), agent.value(), kind), count, Count::plus);
        ConversationId conversation = message.conversation();
        if (conversation != null) {
            LocalDate day = LocalDate.ofInstant(message.toldAt(), ZoneOffset.UTC);
            days.merge(new MetaDayKey(conversation.value(), day, kind), count, Count::plus);
        }
    }

    List<AddingRows.Row> sums() {
        return sums.entrySet().stream()
                .filter(sum -> !sum.getValue().isNothing())
                .map(sum -> new AddingRows.Row(
                        List.of(sum.getValue().messages(), sum.getValue().confirmed()),
                        sum.getKey().columns()))
                .toList();
    }

    List<AddingRows.Row> days() {
        return days.entrySet().stream()
                .filter(day -> day.getValue().messages() != 0)
                .map(day -> new AddingRows.Row(
                        List.of(day.getValue().messages()), day.getKey().columns()))
                .toList();
    }
}
