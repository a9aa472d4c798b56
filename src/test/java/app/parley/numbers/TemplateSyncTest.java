package app.parley.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.AccountSettings;
import app.parley.DatabaseTest;
import app.parley.Given;
import app.parley.MutableClock;
import app.parley.cloudapi.Webhook;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Our templates are those of the account at WhatsApp, over a real socket. */
@DatabaseTest
class TemplateSyncTest {

    private static final TemplateListing WHATSAPP = new TemplateListing();

    @Autowired
    Given given;

    @Autowired
    Templates templates;

    @Autowired
    AccountEvents events;

    @Autowired
    TemplateSync sync;

    @Autowired
    MutableClock clock;

    private static int days;

    NumberId number;

    @AfterAll
    static void close() {
        WHATSAPP.close();
    }

    @DynamicPropertySource
    static void account(DynamicPropertyRegistry settings) {
        AccountSettings.add(settings, WHATSAPP::url);
    }

    @BeforeEach
    void aNumber() {
        number = given.number(Given.BAKERY);
        // Whatever was asked for at the start or by the tests before is long ago.
        clock.advance(Duration.ofDays(++days));
        WHATSAPP.fill(List.of());
    }

    @Test
    void allPagesAreReadAndOnlyWhatIsApprovedIsOffered() {
        WHATSAPP.fill(List.of(
                template("hello", "en_US", "APPROVED", "Hello {{1}}"),
                template("hello", "es", "APPROVED", "Hola {{1}}"),
                template("tarts", "en_US", "PENDING", "Tarts!"),
                template("sale", "en_US", "REJECTED", "Sale!"),
                template("bread", "en_US", "APPROVED", "Bread!")));
        refresh();
        assertThat(offered()).containsExactly("bread en_US", "hello en_US", "hello es");
        assertThat(WHATSAPP.questions())
                .allMatch(question -> question.contains("parameter_format"))
                .anyMatch(question -> question.endsWith("after=page4"));
        assertThat(templates.approved(number).getFirst().form().body().text()).isEqualTo("Bread!");
        assertThat(events.templatesInTrouble(10)).extracting(Template::name).containsExactlyInAnyOrder("sale", "tarts");
        assertThat(templates.syncedAt(number)).contains(clock.instant());
    }

    @Test
    void anotherNumberOfTheAccountHasTheSameAndAStrangersNone() {
        WHATSAPP.fill(List.of(template("hello", "en_US", "APPROVED", "Hello")));
        refresh();
        TemplateId hello = templates.approved(number).getFirst().id();
        assertThat(templates.approved(given.number(Given.CATERING), hello)).isPresent();
        assertThat(templates.approved(new NumberId(999), hello)).isEmpty();
    }

    @Test
    void whatIsListedNoLongerIsOfferedNoLongerAndComesBackWhenItIs() {
        WHATSAPP.fill(List.of(template("hello", "en_US", "APPROVED", "Hello")));
        refresh();
        WHATSAPP.fill(List.of());
        refresh();
        assertThat(offered()).isEmpty();
        assertThat(events.templatesInTrouble(10)).extracting(Template::status).containsExactly("DELETED");
        WHATSAPP.fill(List.of(template("hello", "en_US", "APPROVED", "Hello again")));
        refresh();
        assertThat(offered()).containsExactly("hello en_US");
    }

    @Test
    void oneThatCannotBeReadStopsNoOther() {
        WHATSAPP.fill(List.of(
                "7",
                "{\"language\":\"en\"}",
                template("odd", "en", "APPROVED", "x")
                        .replace("[{", "{\"a\":[{")
                        .replace("}]", "}]}"),
                "{\"id\":\"not a number\",\"name\":\"long\",\"language\":\"en\",\"status\":\"APPROVED\",\"category\":\""
                        + "x".repeat(41) + "\",\"components\":[{\"type\":\"BODY\",\"text\":\"fine\"}]}",
                template("z", "en-US", "APPROVED", "Last")));
        refresh();
        assertThat(offered()).containsExactly("long en", "z en_US");
    }

    @Test
    void theNewestWordWinsWhoeverSaysIt() {
        WHATSAPP.fill(List.of(template("hello", "en_US", "APPROVED", "Hello")));
        refresh();
        told("message_template_status_update", "\"event\":\"PAUSED\"", -60);
        assertThat(offered()).as("older than the list").containsExactly("hello en_US");
        told("message_template_status_update", "\"event\":\"PAUSED\"", 60);
        assertThat(offered()).as("newer than the list").isEmpty();
        sync.refresh(Given.ACCOUNT);
        clock.advance(Duration.ofSeconds(10));
        sync.refresh(Given.ACCOUNT);
        assertThat(offered()).as("a list older than what was told").isEmpty();
        clock.advance(Duration.ofSeconds(60));
        sync.refresh(Given.ACCOUNT);
        assertThat(offered()).as("the list of now").containsExactly("hello en_US");
    }

    @Test
    void whenWhatsAppTellsOfAChangeTheListIsReadAgainByItself() {
        WHATSAPP.fill(List.of(template("hello", "en_US", "APPROVED", "Hello")));
        refresh();
        WHATSAPP.fill(List.of(template("hello", "en_US", "APPROVED", "Good morning")));
        clock.advance(Duration.ofMinutes(1));
        told("message_template_components_update", "\"message_template_element\":\"Good morning\"", 0);
        await().untilAsserted(() -> assertThat(
                        templates.approved(number).getFirst().form().body().text())
                .isEqualTo("Good morning"));
    }

    @Test
    void itIsReadEveryFewHours() {
        refresh();
        WHATSAPP.fill(List.of(template("hello", "en_US", "APPROVED", "Hello")));
        clock.advance(Duration.ofHours(5));
        await().untilAsserted(() -> assertThat(offered()).containsExactly("hello en_US"));
    }

    @Test
    void troubleAtWhatsAppLeavesEverythingAsItWasAndIsTriedAgain() {
        WHATSAPP.fill(List.of(template("hello", "en_US", "APPROVED", "Hello")));
        refresh();
        for (String trouble : List.of("<html>Bad gateway</html>", "{\"error\":{\"code\":190}}", "{\"success\":true}")) {
            WHATSAPP.troubled(trouble);
            clock.advance(Duration.ofMinutes(1));
            assertThat(templates.refresh(number)).as(trouble).isFalse();
            assertThat(offered()).as(trouble).containsExactly("hello en_US");
        }
        WHATSAPP.fill(List.of());
        clock.advance(Duration.ofMinutes(11));
        await().untilAsserted(() -> assertThat(offered()).isEmpty());
    }

    private void refresh() {
        clock.advance(Duration.ofSeconds(30));
        assertThat(templates.refresh(number)).isTrue();
    }

    private List<String> offered() {
        return templates.approved(number).stream()
                .filter(template -> template.form().obstacle() == null)
                .map(template -> template.name() + " " + template.language())
                .toList();
    }

    private static String template(String name, String language, String status, String body) {
        return "{\"id\":\"%d\",\"name\":\"%s\",\"language\":\"%s\",\"status\":\"%s\",\"category\":\"UTILITY\",\"rejected_reason\":\"NONE\",\"quality_score\":{\"score\":\"GREEN\"},\"components\":[{\"type\":\"BODY\",\"text\":\"%s\"}]}"
                .formatted(Map.of("hello", 11, "tarts", 12).getOrDefault(name, 13), name, language, status, body);
    }

    private void told(String field, String what, long secondsFromNow) {
        String body =
                "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"%s\",\"time\":%d,\"changes\":[{\"field\":\"%s\",\"value\":{\"message_template_name\":\"hello\",\"message_template_language\":\"en-US\",%s}}]}]}"
                        .formatted(
                                Given.ACCOUNT,
                                clock.instant().plusSeconds(secondsFromNow).getEpochSecond(),
                                field,
                                what);
        Webhook.parse(body.getBytes(StandardCharsets.UTF_8))
                .changes()
                .forEach(change -> events.happened(change.ofAccount().orElseThrow(), clock.instant()));
    }
}
