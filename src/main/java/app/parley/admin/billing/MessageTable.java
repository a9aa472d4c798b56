package app.parley.admin.billing;

import app.parley.billing.BillingReports;
import app.parley.billing.EntryKind;
import app.parley.billing.MessageLine;
import app.parley.billing.ReportLine;
import app.parley.conversations.Direction;
import app.parley.team.AgentId;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The entries of the ledger that make a line of the report. */
final class MessageTable extends PagedTable<MessageLine> {

    private final transient BillingReports reports;
    private final AgentId admin;
    private final transient BillingPage page;
    private final transient ReportLine line;
    private final transient LocalizedFormats words;
    private final transient Money money;
    private final transient LineNames names;

    MessageTable(
            BillingReports reports,
            AgentId admin,
            BillingPage page,
            ReportLine line,
            LocalizedFormats words,
            Money money,
            LineNames names) {
        super(
                List.of(
                        "billing.time",
                        "billing.customer",
                        "billing.number",
                        "billing.agent",
                        "billing.direction",
                        "billing.rate",
                        "billing.amount"),
                "billing.messages.none");
        this.reports = reports;
        this.admin = admin;
        this.page = page;
        this.line = line;
        this.words = words;
        this.money = money;
        this.names = names;
    }

    @Override
    List<MessageLine> read(@Nullable MessageLine after, int limit) {
        return reports.messages(
                admin,
                page.report().period(),
                page.number(),
                page.report().grouping(),
                line,
                after == null ? null : after.key(),
                limit);
    }

    @Override
    List<Component> cells(MessageLine message) {
        return List.of(
                new Span(words.time(message.at())),
                ConversationLink.link(message.conversation(), customer(message)),
                new Span(names.number(message.number())),
                new Span(Objects.requireNonNullElse(message.agent(), "")),
                new Span(direction(message)),
                new Span(money.words(message.rate())),
                new Span(money.words(message.amount())));
    }

    private String customer(MessageLine message) {
        return message.customer() == null ? getTranslation("billing.erased") : message.customer();
    }

    private String direction(MessageLine message) {
        String direction =
                getTranslation(message.direction() == Direction.INBOUND ? "billing.inbound" : "billing.outbound");
        return message.entry() == EntryKind.CREDIT ? getTranslation("billing.credited", direction) : direction;
    }
}
