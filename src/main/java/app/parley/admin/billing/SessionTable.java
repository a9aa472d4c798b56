package app.parley.admin.billing;

import app.parley.billing.BillingReports;
import app.parley.billing.Period;
import app.parley.billing.SessionLine;
import app.parley.conversations.CustomerId;
import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sessions that were opened in a period, each with what was charged in it. */
final class SessionTable extends PagedTable<SessionLine> {

    private final transient BillingReports reports;
    private final AgentId admin;
    private final transient Period period;
    private final transient @Nullable NumberId number;
    private final transient @Nullable CustomerId customer;
    private final transient LocalizedFormats words;
    private final transient Money money;

    SessionTable(
            BillingReports reports,
            AgentId admin,
            Period period,
            @Nullable NumberId number,
            @Nullable CustomerId customer,
            LocalizedFormats words,
            Money money) {
        super(
                List.of(
                        "billing.session.from",
                        "billing.session.until",
                        "billing.customer",
                        "billing.inbound",
                        "billing.outbound",
                        "billing.fee",
                        "billing.session.end"),
                "billing.sessions.none");
        this.reports = reports;
        this.admin = admin;
        this.period = period;
        this.number = number;
        this.customer = customer;
        this.words = words;
        this.money = money;
    }

    @Override
    List<SessionLine> read(@Nullable SessionLine after, int limit) {
        return reports.sessions(admin, period, number, customer, after == null ? null : after.key(), limit);
    }

    @Override
    List<Component> cells(SessionLine session) {
        return List.of(
                new Span(words.time(session.from())),
                new Span(words.time(session.until())),
                ConversationLink.link(session.conversation(), session.customer()),
                new Span(words.count(session.inbound())),
                new Span(words.count(session.outbound())),
                new Span(money.words(session.fee())),
                new Span(getTranslation("billing.session." + session.course())));
    }
}
