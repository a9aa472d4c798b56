package app.parley.admin.billing;

import app.parley.billing.BillingReports;
import app.parley.billing.Budgets;
import app.parley.billing.Business;
import app.parley.billing.Figures;
import app.parley.billing.Grouping;
import app.parley.billing.Period;
import app.parley.billing.Projection;
import app.parley.billing.RatesOfPeriods;
import app.parley.billing.Report;
import app.parley.billing.ReportLine;
import app.parley.numbers.NumberId;
import app.parley.numbers.Numbers;
import app.parley.numbers.PhoneNumberEntry;
import app.parley.team.AgentId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what an address of the billing page asks for. */
@Component
class BillingReader {

    private final BillingReports reports;
    private final RatesOfPeriods rates;
    private final Budgets budgets;
    private final Numbers numbers;
    private final Business business;
    private final Clock clock;

    BillingReader(
            BillingReports reports,
            RatesOfPeriods rates,
            Budgets budgets,
            Numbers numbers,
            Business business,
            Clock clock) {
        this.reports = reports;
        this.rates = rates;
        this.budgets = budgets;
        this.numbers = numbers;
        this.business = business;
        this.clock = clock;
    }

    Business business() {
        return business;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), business.zone());
    }

    List<PhoneNumberEntry> numbers() {
        return numbers.all();
    }

    Period period(BillingAddress address) {
        return address.period(today(), business.zone());
    }

    /** Null for all; one that is not ours is as good as none. */
    @Nullable
    NumberId number(BillingAddress address) {
        String asked = address.number();
        return asked == null
                ? null
                : numbers.byPhoneNumberId(asked).map(PhoneNumberEntry::id).orElse(null);
    }

    /** @throws IllegalArgumentException if the address has a fault */
    BillingPage read(AgentId admin, BillingAddress address) {
        LocalDate today = today();
        Period period = period(address);
        NumberId number = number(address);
        Report report = reports.report(admin, period, number, address.grouping());
        List<ReportLine> days = address.grouping() == Grouping.DAY
                ? report.lines()
                : reports.report(admin, period, number, Grouping.DAY).lines();
        Period compared = compared(period, today);
        Figures before = total(admin, compared, number);
        Projection projection = reports.projection(admin, period, number);
        return new BillingPage(
                address,
                number,
                today,
                report,
                days.stream().filter(line -> BillingPage.hasCome(line, today)).toList(),
                compared,
                before,
                rates.applied(admin, period, number),
                projection == null
                        ? null
                        : new BillingPage.Projected(
                                projection.expected(),
                                total(admin, period.before(), number).fees()),
                period.isMonth() ? budgets.standings(admin, YearMonth.from(period.from())) : List.of());
    }

    private Figures total(AgentId admin, Period period, @Nullable NumberId number) {
        return reports.report(admin, period, number, Grouping.NUMBER).total();
    }

    /** Of a period that goes on, as many days of the one before as have come: half a month is not held to a whole one. */
    private static Period compared(Period period, LocalDate today) {
        Period before = period.before();
        if (today.isBefore(period.from()) || !today.isBefore(period.to())) {
            return before;
        }
        LocalDate last =
                before.from().plusDays(today.toEpochDay() - period.from().toEpochDay());
        return new Period(before.from(), last.isAfter(before.to()) ? before.to() : last, before.zone());
    }
}
