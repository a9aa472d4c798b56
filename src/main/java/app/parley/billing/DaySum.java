package app.parley.billing;

import app.parley.conversations.ConversationId;
import app.parley.conversations.Direction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** What was charged in a conversation on a UTC day, credits taken off. */
record DaySum(
        LocalDate day,
        ConversationId conversation,
        long inbound,
        BigDecimal inboundAmount,
        long outbound,
        BigDecimal outboundAmount) {

    static DaySum of(Entry entry) {
        LocalDate day = LocalDate.ofInstant(entry.at(), ZoneOffset.UTC);
        return entry.direction() == Direction.INBOUND
                ? new DaySum(day, entry.conversation(), entry.count(), entry.amount(), 0, BigDecimal.ZERO)
                : new DaySum(day, entry.conversation(), 0, BigDecimal.ZERO, entry.count(), entry.amount());
    }

    DaySum plus(DaySum other) {
        return new DaySum(
                day,
                conversation,
                inbound + other.inbound,
                inboundAmount.add(other.inboundAmount),
                outbound + other.outbound,
                outboundAmount.add(other.outboundAmount));
    }

    DaySum in(ConversationId another) {
        return new DaySum(day, another, inbound, inboundAmount, outbound, outboundAmount);
    }

    Key key() {
        return new Key(day, conversation.value());
    }

    BatchUpsert.Row row() {
        return new BatchUpsert.Row(
                List.of(inbound, inboundAmount, outbound, outboundAmount), List.of(day, conversation.value()));
    }

    record Key(LocalDate day, long conversation) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int byDay = day.compareTo(other.day);
            return byDay != 0 ? byDay : Long.compare(conversation, other.conversation);
        }
    }
}
