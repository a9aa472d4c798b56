package app.parley.billing;

import app.parley.billing.Happening.Accepted;
import app.parley.billing.Happening.Priced;
import app.parley.billing.Happening.Replies;
import app.parley.billing.Happening.SendsTemplate;
import app.parley.billing.Happening.Told;
import app.parley.billing.Happening.Writes;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What everything ought to cost, worked out as simply as can be: each message a row in memory, each rule once, and all of
 * it added up anew for each question. Knows nothing of how Parley does it.
 */
final class Model {

    private final Map<String, Message> messages = new LinkedHashMap<>();
    private final List<Priced> rates = new ArrayList<>();
    private final List<Told> early = new ArrayList<>();

    /** Rates, as worked out since the last thing that happened. */
    private final Map<Message, BigDecimal> fees = new HashMap<>();

    /** {@code agent} is -1 where there is none. */
    private static final class Message {
        final int customer;
        final int number;
        final int agent;
        final boolean inbound;
        final boolean costs;
        final Instant at;
        boolean accepted;
        boolean arrived;
        boolean failed;
        boolean charged;
        boolean credited;

        Message(int customer, int number, int agent, boolean inbound, boolean costs, Instant at) {
            this.customer = customer;
            this.number = number;
            this.agent = agent;
            this.inbound = inbound;
            this.costs = costs;
            this.at = at;
        }
    }

    /** What one line of a report ought to say. */
    static final class Sum {
        long inbound;
        long outbound;
        long failed;
        BigDecimal inboundFees = BigDecimal.ZERO;
        BigDecimal outboundFees = BigDecimal.ZERO;

        BigDecimal fees() {
            return inboundFees.add(outboundFees);
        }
    }

    void learn(Happening happening) {
        fees.clear();
        switch (happening) {
            case Writes it -> {
                boolean costs = !it.type().equals("reaction") && !it.type().equals("dance");
                // What claims to be from the future bears the time at which it came.
                Instant at = it.at().isBefore(it.when()) ? it.at() : it.when();
                if (!messages.containsKey(it.key())) {
                    Message message = new Message(it.customer(), it.number(), -1, true, costs, at);
                    message.charged = costs;
                    messages.put(it.key(), message);
                }
            }
            case Replies it ->
                messages.put(it.key(), new Message(it.customer(), it.number(), it.agent(), false, true, it.when()));
            case SendsTemplate it ->
                messages.put(it.key(), new Message(it.customer(), it.number(), it.agent(), false, false, it.when()));
            case Accepted it -> {
                message(it.key()).accepted = true;
                early.stream().filter(told -> told.key().equals(it.key())).forEach(this::told);
                early.removeIf(told -> told.key().equals(it.key()));
            }
            case Told it -> {
                if (message(it.key()).accepted) {
                    told(it);
                } else {
                    early.add(it);
                }
            }
            case Priced it -> rates.add(it);
        }
    }

    private Message message(String key) {
        Message message = messages.get(key);
        if (message == null) {
            throw new IllegalStateException(key);
        }
        return message;
    }

    private void told(Told told) {
        Message message = message(told.key());
        switch (told.status()) {
            case "sent" -> {
                if (!message.arrived && !message.failed) {
                    charge(message);
                }
            }
            case "failed" -> {
                if (!message.arrived) {
                    message.failed = true;
                    message.credited |= message.charged;
                }
            }
            default -> {
                message.arrived = true;
                message.failed = false;
                charge(message);
            }
        }
    }

    private static void charge(Message message) {
        message.charged |= message.costs;
    }

    /** Of the messages whose own time is in these days of this zone; both days included. */
    <K> Map<K, Sum> sums(
            LocalDate from, LocalDate to, ZoneId zone, @Nullable Integer number, Function<MessageView, K> key) {
        Map<K, Sum> sums = new TreeMap<>();
        for (Message message : messages.values()) {
            LocalDate day = message.at.atZone(zone).toLocalDate();
            boolean counts = message.charged || message.failed;
            if (counts && !day.isBefore(from) && !day.isAfter(to) && (number == null || number == message.number)) {
                Sum sum = sums.computeIfAbsent(
                        key.apply(new MessageView(day, message.number, message.agent, message.customer)),
                        k -> new Sum());
                add(message, sum);
            }
        }
        return sums;
    }

    record MessageView(LocalDate day, int number, int agent, int customer) {}

    private void add(Message message, Sum sum) {
        if (message.failed) {
            sum.failed++;
        }
        if (message.charged && !message.credited) {
            BigDecimal rate = fees.computeIfAbsent(message, this::rate);
            if (message.inbound) {
                sum.inbound++;
                sum.inboundFees = sum.inboundFees.add(rate);
            } else {
                sum.outbound++;
                sum.outboundFees = sum.outboundFees.add(rate);
            }
        }
    }

    /** Half a cent, until an admin set another one: of this number, if it has any, or else of all numbers. */
    private BigDecimal rate(Message message) {
        BigDecimal ofNumber = newest(message, rate -> rate.number() != null && rate.number() == message.number);
        BigDecimal general = newest(message, rate -> rate.number() == null);
        return ofNumber != null ? ofNumber : general != null ? general : new BigDecimal("0.005");
    }

    private @Nullable BigDecimal newest(Message message, Predicate<Priced> scope) {
        Priced newest = null;
        for (Priced rate : rates) {
            boolean applies = scope.test(rate)
                    && (rate.inbound() == null || rate.inbound() == message.inbound)
                    && !rate.start().isAfter(message.at);
            if (applies && (newest == null || rate.start().isAfter(newest.start()))) {
                newest = rate;
            }
        }
        return newest == null ? null : newest.amount();
    }

    static BigDecimal total(Collection<Sum> sums) {
        return sums.stream().map(Sum::fees).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    Map<String, Integer> size() {
        Map<String, Integer> size = new HashMap<>();
        messages.values().forEach(message -> {
            size.merge(message.inbound ? "inbound" : "outbound", 1, Integer::sum);
            if (message.charged) {
                size.merge("charged", 1, Integer::sum);
            }
            if (message.credited) {
                size.merge("credited", 1, Integer::sum);
            }
        });
        return size;
    }
}
