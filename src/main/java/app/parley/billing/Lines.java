package app.parley.billing;

import static java.util.Comparator.comparing;

import app.parley.conversations.ConversationId;
import app.parley.conversations.CustomerId;
import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The lines of a report; all that are not listed are in one of their own, so that they add up. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Lines {

    /** More customers than that are summed up in one line. */
    static final int MOST_CUSTOMERS = 500;

    private static final Comparator<ReportLine> HIGHEST_FEES_FIRST = comparing(
                    (ReportLine line) -> line.figures().fees(), Comparator.reverseOrder())
            .thenComparing(ReportLine::name);

    private final FeeRepository fees;
    private final AgentFeeRepository agentFees;
    private final CustomerFeeRepository customerFees;
    private final MetaFigures meta;
    private final NameRepository names;

    Lines(
            FeeRepository fees,
            AgentFeeRepository agentFees,
            CustomerFeeRepository customerFees,
            MetaFigures meta,
            NameRepository names) {
        this.fees = fees;
        this.agentFees = agentFees;
        this.customerFees = customerFees;
        this.meta = meta;
        this.names = names;
    }

    /** Every day of the period, whether it saw anything or not. */
    List<ReportLine> days(Period period, @Nullable NumberId number) {
        Map<LocalDate, Figures> byDay = new HashMap<>(fees.byDay(period, number));
        add(byDay, meta.byDay(period, number));
        return period.from()
                .datesUntil(period.to().plusDays(1))
                .map(day -> new ReportLine(day, null, null, null, "", byDay.getOrDefault(day, Figures.NONE)))
                .toList();
    }

    List<ReportLine> numbers(Period period, @Nullable NumberId number) {
        Map<NumberId, String> called = names.numbers();
        Map<NumberId, Figures> byNumber = fees.byNumber(period, number);
        add(byNumber, meta.byNumber(period, number));
        return byNumber.entrySet().stream()
                .map(of -> new ReportLine(
                        null, of.getKey(), null, null, called.getOrDefault(of.getKey(), ""), of.getValue()))
                .sorted(HIGHEST_FEES_FIRST)
                .toList();
    }

    List<ReportLine> agents(Period period, @Nullable NumberId number) {
        Map<AgentId, String> called = names.agents();
        Map<AgentId, Figures> byAgent = agentFees.outbound(period, number);
        Figures ofCustomers = fees.ofCustomers(period, number);
        if (!ofCustomers.isNothing()) {
            byAgent.merge(AgentSum.NOBODY, ofCustomers, Figures::plus);
        }
        add(byAgent, meta.byAgent(period, number));
        return byAgent.entrySet().stream()
                .filter(of -> !of.getValue().isNothing())
                .map(of -> new ReportLine(
                        null,
                        null,
                        of.getKey().equals(AgentSum.NOBODY) ? null : of.getKey(),
                        null,
                        called.getOrDefault(of.getKey(), ""),
                        of.getValue()))
                .sorted(comparing((ReportLine line) -> line.agent() == null).thenComparing(HIGHEST_FEES_FIRST))
                .toList();
    }

    List<ReportLine> customers(Period period, @Nullable NumberId number) {
        return customers(period, number, MOST_CUSTOMERS);
    }

    /** @param most with the highest fees; the others are in one line */
    List<ReportLine> customers(Period period, @Nullable NumberId number, int most) {
        Map<CustomerId, Figures> highest = customerFees.highest(period, number, most);
        if (highest.size() < most) {
            // To whom templates went, and nothing else.
            meta.busiestCustomers(period, number, most).stream()
                    .filter(customer -> !highest.containsKey(customer))
                    .limit(most - highest.size())
                    .toList()
                    .forEach(customer -> highest.put(customer, Figures.NONE));
        }
        Map<ConversationId, CustomerId> owners = customerFees.conversations(highest.keySet(), number);
        Map<CustomerId, Figures> others = customerFees.others(period, owners);
        add(others, meta.byCustomer(period, owners));
        Map<CustomerId, String> called = customerFees.names(highest.keySet());
        List<ReportLine> lines = new ArrayList<>();
        highest.forEach((customer, ofCustomer) -> lines.add(new ReportLine(
                null,
                null,
                null,
                customer,
                called.getOrDefault(customer, ""),
                ofCustomer.plus(others.getOrDefault(customer, Figures.NONE)))));
        lines.removeIf(line -> line.figures().isNothing());
        Figures rest = total(numbers(period, number)).minus(total(lines));
        if (!rest.isNothing()) {
            lines.add(new ReportLine(null, null, null, null, "", rest));
        }
        return lines;
    }

    private static <K> void add(Map<K, Figures> figures, Map<K, Figures> more) {
        more.forEach((of, figure) -> figures.merge(of, figure, Figures::plus));
    }

    static Figures total(List<ReportLine> lines) {
        return lines.stream().map(ReportLine::figures).reduce(Figures.NONE, Figures::plus);
    }
}
