package app.parley.billing;

import app.parley.conversations.SessionId;
import app.parley.foundation.Csv;
import app.parley.numbers.NumberId;
import app.parley.numbers.Numbers;
import app.parley.numbers.PhoneNumberEntry;
import app.parley.team.AgentId;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every entry of a period, the oldest first; as much memory for a million as for ten thousand. */
@Component
class EntriesCsv {

    private static final int PAGE = 10_000;
    private static final int MOST_REMEMBERED = 50_000;

    private static final List<String> COLUMNS = List.of(
            "Time",
            "Entry",
            "Direction",
            "Number",
            "Phone number",
            "Customer",
            "Agent",
            "Conversation",
            "Session",
            "Message",
            "Rate",
            "Amount",
            "Currency");

    private final EntryRepository entries;
    private final NameRepository names;
    private final Numbers numbers;
    private final Business business;

    EntriesCsv(EntryRepository entries, NameRepository names, Numbers numbers, Business business) {
        this.entries = entries;
        this.names = names;
        this.numbers = numbers;
        this.business = business;
    }

    void write(Period period, @Nullable NumberId number, Appendable out) throws IOException {
        Csv csv = new Csv(out);
        for (String column : COLUMNS) {
            csv.text(column);
        }
        csv.end();
        Writing writing = new Writing(csv, period.zone());
        EntryRow last = null;
        List<EntryRow> page;
        do {
            page = entries.page(period, number, last, PAGE);
            writing.write(page);
            last = page.isEmpty() ? last : page.getLast();
        } while (page.size() == PAGE);
    }

    /** What is the same in many rows, asked once. */
    private final class Writing {

        private final Csv csv;
        private final DateTimeFormatter time;
        private final String currency = business.currency().getCurrencyCode();
        private final Map<AgentId, String> agents = names.agents();
        private final Map<NumberId, PhoneNumberEntry> called =
                numbers.all().stream().collect(Collectors.toMap(PhoneNumberEntry::id, Function.identity()));
        private final Map<SessionId, EntryRepository.Talk> talks = new HashMap<>();

        Writing(Csv csv, ZoneId zone) {
            this.csv = csv;
            this.time = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx").withZone(zone);
        }

        void write(List<EntryRow> page) throws IOException {
            learn(page);
            for (EntryRow row : page) {
                write(row);
            }
        }

        private void learn(List<EntryRow> page) {
            if (talks.size() > MOST_REMEMBERED) {
                talks.clear();
            }
            Set<SessionId> strange = page.stream()
                    .map(EntryRow::session)
                    .filter(session -> !talks.containsKey(session))
                    .collect(Collectors.toSet());
            if (!strange.isEmpty()) {
                talks.putAll(entries.talks(strange));
            }
        }

        private void write(EntryRow row) throws IOException {
            PhoneNumberEntry number = called.get(row.number());
            EntryRepository.Talk talk = talks.get(row.session());
            csv.text(time.format(row.at()))
                    .text(row.kind() == EntryKind.CHARGE ? "charge" : "credit")
                    .text(
                            switch (row.direction()) {
                                case INBOUND -> "inbound";
                                case OUTBOUND -> "outbound";
                            })
                    .text(number == null ? "" : number.name())
                    .text(number == null ? "" : number.displayPhone())
                    .text(talk == null ? "" : talk.customer())
                    .text(row.agent() == null ? "" : agents.getOrDefault(row.agent(), ""))
                    .text(talk == null ? "" : Long.toString(talk.conversation().value()))
                    .number(row.session().value())
                    .number(row.message().value())
                    .number(row.rate())
                    .number(row.amount())
                    .text(currency)
                    .end();
        }
    }
}
