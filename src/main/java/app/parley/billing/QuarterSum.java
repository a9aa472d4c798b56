package app.parley.billing;

import static java.util.Comparator.comparingLong;

import app.parley.conversations.Direction;
import app.parley.numbers.NumberId;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/** What was charged in a quarter hour ({@link Quarters}), credits taken off. */
record QuarterSum(long quarter, NumberId number, Direction direction, long messages, BigDecimal amount) {

    static QuarterSum of(Entry entry) {
        return new QuarterSum(
                Quarters.of(entry.at()), entry.number(), entry.direction(), entry.count(), entry.amount());
    }

    QuarterSum plus(QuarterSum other) {
        return new QuarterSum(quarter, number, direction, messages + other.messages, amount.add(other.amount));
    }

    Key key() {
        return new Key(quarter, number.value(), direction);
    }

    BatchUpsert.Row row() {
        return new BatchUpsert.Row(List.of(messages, amount), List.of(quarter, number.value(), direction.name()));
    }

    record Key(long quarter, long number, Direction direction) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                comparingLong(Key::quarter).thenComparingLong(Key::number).thenComparing(Key::direction);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }
}
