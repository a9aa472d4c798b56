package app.parley.admin.billing;

import app.parley.billing.Business;
import app.parley.billing.Rate;
import app.parley.billing.RateRefusedException;
import app.parley.billing.Rates;
import app.parley.conversations.Direction;
import app.parley.numbers.NumberId;
import app.parley.numbers.PhoneNumberEntry;
import app.parley.team.Agent;
import app.parley.team.AgentId;
import app.parley.team.Team;
import com.vaadin.flow.component.html.Div;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a message costs, from when on: all rates there ever were, and a form for one that begins later. */
final class SessionRates extends SettingsSection {

    private final transient Rates rates;
    private final AgentId admin;
    private final transient List<PhoneNumberEntry> numbers;
    private final transient Team team;
    private final transient Business business;
    private final transient LocalizedFormats words;
    private final transient Money money;
    private final Div list = new Div();

    SessionRates(
            Rates rates,
            AgentId admin,
            List<PhoneNumberEntry> numbers,
            Team team,
            Business business,
            Clock clock,
            LocalizedFormats words,
            Money money) {
        super("rates");
        this.rates = rates;
        this.admin = admin;
        this.numbers = numbers;
        this.team = team;
        this.business = business;
        this.words = words;
        this.money = money;
        LocalDate tomorrow =
                LocalDate.ofInstant(clock.instant(), business.zone()).plusDays(1);
        add(list, new RateForm(numbers, business.currency(), tomorrow, this::addRate), outcome());
        showAll();
    }

    /** @return whether it was taken */
    private boolean addRate(
            @Nullable NumberId number, @Nullable Direction direction, BigDecimal amount, LocalDate startsOn) {
        try {
            rates.add(
                    admin,
                    number,
                    direction,
                    amount,
                    startsOn.atStartOfDay(business.zone()).toInstant());
            showAll();
            tell("settings.rates.added", money.words(amount), words.day(startsOn));
            return true;
        } catch (RateRefusedException e) {
            refuse("settings.rates.refused." + e.refusal());
            return false;
        }
    }

    private void showAll() {
        List<Rate> all = rates.all(admin).reversed();
        List<BigDecimal> amounts = all.stream().map(Rate::amount).toList();
        PlainTable table = new PlainTable(
                getTranslation("settings.rates"),
                List.of(
                        getTranslation("settings.rates.from"),
                        getTranslation("settings.rates.number"),
                        getTranslation("settings.rates.direction"),
                        getTranslation("settings.rates.amount"),
                        getTranslation("settings.rates.by")));
        all.forEach(rate -> table.row(List.of(
                rate.agent() == null ? getTranslation("settings.rates.beginning") : words.time(rate.startsAt()),
                nameOf(rate.number()),
                getTranslation(RateForm.key(rate.direction())),
                money.words(rate.amount(), amounts),
                agentOf(rate.agent()))));
        list.removeAll();
        list.add(table);
    }

    private String nameOf(@Nullable NumberId number) {
        return number == null
                ? getTranslation("settings.rates.all-numbers")
                : numbers.stream()
                        .filter(it -> it.id().equals(number))
                        .findFirst()
                        .map(LineNames::in)
                        .orElse("");
    }

    private String agentOf(@Nullable AgentId agent) {
        return agent == null ? "" : team.byId(agent).map(Agent::name).orElse("");
    }
}
