package app.parley.demo;

import app.parley.billing.Budgets;
import app.parley.billing.MetaRates;
import app.parley.billing.RatePlan;
import app.parley.team.AgentId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** What the bakery wants to spend in a month, and made-up rates of WhatsApp's for most of its customers' countries. */
@Component
@Profile("demo")
class DemoPrices {

    private static final BigDecimal BUDGET = new BigDecimal("2.50");

    private final Budgets budgets;
    private final MetaRates rates;
    private final Resource file;

    DemoPrices(Budgets budgets, MetaRates rates, @Value("classpath:demo/rates.csv") Resource file) {
        this.budgets = budgets;
        this.rates = rates;
        this.file = file;
    }

    void set(AgentId admin) {
        budgets.set(admin, null, BUDGET);
        try {
            RatePlan plan = rates.plan(admin, file.getContentAsByteArray());
            rates.apply(admin, plan); // Not, when the demo counts in another currency than the file.
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's rates cannot be read", e);
        }
    }
}
