package app.parley.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.BrowserTest;
import app.parley.attacks.Markup.Bunch;
import app.parley.audit.AuditLog;
import app.parley.conversations.ConversationId;
import app.parley.conversations.Conversations;
import app.parley.journal.Journal;
import app.parley.journal.JournalState;
import app.parley.privacy.Exports;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Five hundred texts at every place that a customer, an agent, an admin or Meta may write to: nothing of them runs, and
 * each is seen as the text it is. First where the browser is told to pass over the content policy, so that nothing but
 * our own writing of text counts; then with it, which is not to be needed anywhere.
 */
@TestPropertySource(properties = "parley.demo.note=of its own, which nobody else sees")
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
class MarkupIT extends BrowserTest {

    private static final Path COPY = Path.of("target", "attacks-copy.zip");

    private static ConversationId templates = new ConversationId(0);
    private static List<String> places = new ArrayList<>();

    @Autowired
    Conversations conversations;

    @Autowired
    AuditLog audit;

    @Autowired
    Journal journal;

    @Autowired
    Exports exports;

    @Autowired
    JdbcTemplate database;

    @Autowired
    TransactionTemplate transaction;

    private final Map<String, Long> figures = new LinkedHashMap<>();
    private Insider insider;
    private Page page;
    private Watchman watchman;
    private boolean whole = true;

    @BeforeEach
    void everythingIsPlanted() {
        insider = new Insider(conversations, audit, database, transaction);
        page = browser();
        watchman = new Watchman(page);
        if (!places.isEmpty()) {
            return;
        }
        insider.pause();
        Smuggler smuggler = new Smuggler(address());
        places = smuggler.sendEverything();
        smuggler.sendTheRest();
        smuggler.comeAsMany();
        smuggler.beToldOf();
        insider.nameAgents();
        insider.beWrittenDown();
        templates = insider.nameAccountsAndNumbers();
        insider.sendTemplates(templates);
        await().atMost(Duration.ofSeconds(40))
                .until(() -> journal.counts().getOrDefault(JournalState.RECEIVED, 0) == 0);
        insider.answer(insider.gallery());
        insider.block();
    }

    @Test
    void nothingRunsThoughNoPolicyForbidsItAndEveryTextIsSeen() throws Exception {
        page = open(new Browser.NewContextOptions().setBypassCSP(true).setViewportSize(1440, 900));
        watchman = new Watchman(page);
        look();
        print("without the content policy");
        assertThat(watchman.alarms()).isEmpty();
        assertThat(figures)
                .allSatisfy((place, seen) -> assertThat(seen).as(place).isEqualTo(500));
    }

    @Test
    void thePolicyHasNothingToForbid() throws Exception {
        whole = false;
        look();
        print("with it");
        assertThat(watchman.alarms()).isEmpty();
    }

    private void look() throws Exception {
        login(page, "carla");
        chats();
        lists();
        pages();
        copy();
    }

    private void chats() {
        open("/?conversation=" + insider.gallery().value(), "parley-bubble");
        toTheFirst();
        List<String> all = new ArrayList<>(places);
        all.addAll(List.of("quoted", "edited", "reply"));
        all.forEach(place -> count(place, Markup.bunches(place)));
        count("file", Markup.ALL.stream().map(text -> text + " #file").toList());
        count("name", Markup.ALL.stream().map(text -> text + " #name").toList());
        open("/?conversation=" + templates.value(), "parley-bubble");
        toTheFirst();
        count(
                "template",
                Markup.bunches("templatebody", Insider.IN_A_TEMPLATE).stream()
                        .map(bunch -> new Bunch(
                                bunch.texts().stream()
                                        .map(text -> text.replaceAll("[{}]", "|"))
                                        .toList(),
                                bunch.place()))
                        .toList());
        count("parameter", Markup.bunches("parameter", Insider.IN_A_TEMPLATE));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send a template"))
                .click();
        Locator choices = page.locator(".template-picker [role=option], .template-picker button");
        choices.nth(1).waitFor();
        for (int i = 0; i < 5; i++) {
            choices.nth(i).click();
        }
        watchman.look();
    }

    private void lists() {
        open("/", "parley-row");
        page.evaluate("""
                async () => {
                  const list = document.querySelector('parley-list');
                  for (let i = 0; i < 300; i++) {
                    list.scrollTop = list.scrollHeight;
                    await new Promise((done) => setTimeout(done, 70));
                    const left = list.scrollHeight - list.scrollTop - list.clientHeight;
                    if (!list.hasAttribute('more-after') && left < 2) break;
                  }
                }""");
        count("list row", Markup.ALL);
        Locator rows = page.locator("parley-row");
        for (int i = 0; i < 12; i++) {
            rows.nth(i * 4).click();
            page.waitForTimeout(150);
            watchman.look();
        }
    }

    private void pages() {
        open("/team", ".page-table");
        count("agent", Markup.ALL);
        open("/audit", ".page-table");
        allOf();
        count("subject", Markup.ALL.stream().map(text -> text + " #subject").toList());
        count("detail", Markup.ALL.stream().map(text -> text + " #detail").toList());
        open("/numbers", "h3");
        count("number", Markup.fitting("number", 200));
        open("/billing?by=customer", ".page-table");
        allOf();
        count("billing", Markup.ALL);
        for (String other :
                List.of("/health", "/journal", "/settings", "/sandbox", "/profile", "/billing", "/billing?by=agent")) {
            open(other, "h1");
            watchman.look();
        }
    }

    /** The customer's copy, opened from a disk. */
    private void copy() throws Exception {
        try (OutputStream out = Files.newOutputStream(COPY)) {
            exports.write(exports.begin(insider.carla(), insider.gallery()).orElseThrow(), out);
        }
        Path html = Path.of("target", "attacks-copy.html").toAbsolutePath();
        try (ZipFile zip = new ZipFile(COPY.toFile());
                InputStream in = zip.getInputStream(zip.getEntry("messages.html"))) {
            Files.write(html, in.readAllBytes());
        }
        page.navigate(html.toUri().toString());
        watchman.look();
        count("copy", Markup.bunches("text"));
    }

    private void open(String address, String until) {
        watchman.forget();
        page.navigate(address() + address);
        page.locator(until).first().waitFor();
    }

    private void toTheFirst() {
        if (!whole) {
            return;
        }
        page.evaluate("""
                async () => {
                  const messages = document.querySelector('parley-messages');
                  const wait = (time) => new Promise((done) => setTimeout(done, time));
                  await wait(300);
                  for (const [more, step] of [['has-newer', 'newer'], ['has-older', 'older']]) {
                    for (let i = 0; i < 400 && messages.hasAttribute(more); i++) {
                      await messages.page(step);
                      await wait(20);
                    }
                  }
                  await wait(200);
                }""");
    }

    private void allOf() {
        if (!whole) {
            return;
        }
        page.evaluate("""
                async () => {
                  for (let i = 0; i < 60; i++) {
                    const more = [...document.querySelectorAll('.page-more')].find((e) => e.checkVisibility());
                    if (!more) break;
                    more.click();
                    await new Promise((done) => setTimeout(done, 150));
                  }
                }""");
    }

    private void count(String place, List<?> what) {
        watchman.look();
        if (what.getFirst() instanceof Bunch) {
            figures.put(
                    place,
                    what.stream()
                            .map(Bunch.class::cast)
                            .filter(bunch -> watchman.seen(List.of(bunch.text())) == 1)
                            .mapToLong(bunch -> bunch.texts().size())
                            .sum());
        } else {
            figures.put(place, watchman.seen(what.stream().map(String::valueOf).toList()));
        }
    }

    private void print(String how) {
        IO.println("Markup " + how + ": " + Markup.ALL.size() + " texts, "
                + watchman.alarms().stream()
                        .filter(alarm -> alarm.equals("ran"))
                        .count() + " executions; seen as text: " + figures);
    }
}
