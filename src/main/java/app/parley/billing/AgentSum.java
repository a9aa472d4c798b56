package app.parley.billing;

import static java.util.Comparator.comparing;

import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;

/** What was charged of an agent's messages on a UTC day, credits taken off. */
record AgentSum(LocalDate day, NumberId number, AgentId agent, long messages, BigDecimal amount) {

    /** Stands where there is no agent. */
    static final AgentId NOBODY = new AgentId(0);

    static AgentSum of(Entry entry) {
        return new AgentSum(
                LocalDate.ofInstant(entry.at(), ZoneOffset.UTC),
                entry.number(),
                entry.agent() == null ? NOBODY : entry.agent(),
                entry.count(),
                entry.amount());
    }

    AgentSum plus(AgentSum other) {
        return new AgentSum(day, number, agent, messages + other.messages, amount.add(other.amount));
    }

    Key key() {
        return new Key(day, number.value(), agent.value());
    }

    BatchUpsert.Row row() {
        return new BatchUpsert.Row(List.of(messages, amount), List.of(day, number.value(), agent.value()));
    }

    record Key(LocalDate day, long number, long agent) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                comparing(Key::day).thenComparingLong(Key::number).thenComparingLong(Key::agent);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }
}
