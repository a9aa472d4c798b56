package app.parley.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.BrowserTest;
import app.parley.conversations.ConversationId;
import app.parley.journal.Journal;
import app.parley.journal.JournalState;
import app.parley.privacy.Exports;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Five hundred texts at every place that a customer, an agent, an admin or Meta may write to: nothing of them runs, and
 * each is seen as the text it is. First where the browser is told to pass over the content policy, so that nothing but
 * our own writing of text counts; then with it, which is not to be needed anywhere.
 *
 * <p>No one's text can stand in a browser's title (a count and our own words); in the notices of the login page (ours);
 * in the dialogs for a contact or a location (what one types oneself); among what the health page counts as not shown
 * (what is no plain word of Meta's is "?"); in the ledger's differences (ours); in desktop notifications, notes, labels,
 * saved replies and mentions, which there are none of. What the provider's button is called is settled where Parley is
 * installed, in forty characters: there stands one of them. Faults of a table of rates are cut there, too, and a
 * reaction is never a text of a catalogue's length; that nothing of them runs is watched, what is seen is not counted.
 */
@Import({Insider.class, Premises.class, Papers.class})
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
class MarkupIT extends BrowserTest {

    private static final Path COPY = Path.of("target", "attacks-copy.zip");
    private static final String PROVIDER = "<img src=x onerror=ran()>";

    private static List<String> places = List.of();
    private static ConversationId elsewhere = new ConversationId(0);
    private static ConversationId customer = new ConversationId(0);

    @Autowired
    Insider insider;

    @Autowired
    Premises premises;

    @Autowired
    Papers papers;

    @Autowired
    Journal journal;

    @Autowired
    Exports exports;

    @Autowired
    JdbcTemplate database;

    @DynamicPropertySource
    static void namedOutside(DynamicPropertyRegistry settings) {
        settings.add("parley.sandbox.history", Playroom::history);
        settings.add("parley.sandbox.templates", Playroom::templates);
        settings.add("parley.oidc.issuer", () -> "http://localhost:9");
        settings.add("parley.oidc.client-id", () -> "parley");
        settings.add("parley.oidc.client-secret", () -> "secret");
        settings.add("parley.oidc.name", () -> PROVIDER);
    }

    @BeforeEach
    void everythingIsPlanted() throws Exception {
        if (!places.isEmpty()) {
            return;
        }
        premises.pause();
        Playroom.sendTemplate(address());
        Smuggler smuggler = new Smuggler(new SignedPost(address()));
        places = smuggler.sendEverything();
        smuggler.sendTheRest();
        smuggler.comeAsMany();
        insider.nameAgents();
        papers.auditLog(insider.carla().value());
        elsewhere = premises.nameAll(insider.carla());
        premises.sendTemplates(insider.carla(), elsewhere);
        customer = papers.customer();
        papers.accountEvent();
        papers.settings();
        await().atMost(Duration.ofSeconds(40))
                .until(() -> journal.counts().getOrDefault(JournalState.RECEIVED, 0) == 0);
        papers.journal();
        await().atMost(Duration.ofSeconds(40)).until(this::picturesAreFetched);
        insider.answer(insider.gallery());
        insider.draft(insider.gallery());
    }

    private boolean picturesAreFetched() {
        return Integer.valueOf(0)
                .equals(database.queryForObject(
                        "select count(*) from attachment a join message m on m.id = a.message_id"
                                + " where m.kind = 'IMAGE' and a.state = 'WAITING'",
                        Integer.class));
    }

    @Test
    void nothingRunsThoughNoPolicyForbidsItAndEveryTextIsSeen() throws Exception {
        Map<String, Long> figures = look(true);
        assertThat(figures)
                .allSatisfy((place, seen) -> assertThat(seen).as(place).isEqualTo(Markup.ALL.size()));
    }

    @Test
    void thePolicyHasNothingToForbid() throws Exception {
        look(false);
    }

    private Map<String, Long> look(boolean whole) throws Exception {
        insider.comeInByTheProvider();
        Walk walk = new Walk(own(whole), address(), whole);
        new OwnWalk(walk).door(insider.invitation(), PROVIDER);
        login(walk.page, "carla");
        InboxWalk inbox = new InboxWalk(walk);
        inbox.gallery(insider.gallery(), places);
        inbox.templates(elsewhere, insider);
        insider.block();
        inbox.rows();
        inbox.numbers();
        OfficeWalk office = new OfficeWalk(walk);
        office.team();
        office.audit(insider);
        office.numbers();
        office.health();
        office.journal();
        office.settings();
        office.billing();
        new OwnWalk(walk).sandbox();
        copy(walk, insider.gallery());
        walk.countBunches("copy", Markup.bunches("text"));
        copy(walk, customer);
        walk.count("copy of whom", "body");
        Walk bens = new Walk(own(whole), address(), whole);
        login(bens.page, "ben");
        new OwnWalk(bens).profile();
        walk.figures().putAll(bens.figures());
        List<String> alarms = Stream.of(walk, bens)
                .flatMap(one -> one.watchman.alarms().stream())
                .toList();
        IO.println(
                "Markup " + (whole ? "without the content policy" : "with it") + ": " + Markup.ALL.size() + " texts, "
                        + alarms.stream().filter("ran"::equals).count() + " executions; seen as text in "
                        + walk.figures().size() + " places: " + walk.figures());
        assertThat(alarms).isEmpty();
        return walk.figures();
    }

    private Page own(boolean withoutPolicy) {
        return open(new Browser.NewContextOptions().setBypassCSP(withoutPolicy).setViewportSize(1440, 900));
    }

    /** The customer's copy, opened from a disk. */
    private void copy(Walk walk, ConversationId whose) throws Exception {
        try (OutputStream out = Files.newOutputStream(COPY)) {
            exports.write(exports.begin(insider.carla(), whose).orElseThrow(), out);
        }
        Path html = Path.of("target", "attacks-copy.html").toAbsolutePath();
        try (ZipFile zip = new ZipFile(COPY.toFile());
                InputStream in = zip.getInputStream(zip.getEntry("messages.html"))) {
            Files.write(html, in.readAllBytes());
        }
        walk.watchman.forget();
        walk.page.navigate(html.toUri().toString());
        walk.watchman.look();
    }
}
