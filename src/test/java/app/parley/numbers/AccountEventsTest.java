package app.parley.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.DatabaseTest;
import app.parley.Given;
import app.parley.MutableClock;
import app.parley.cloudapi.Webhook;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What WhatsApp tells of an account, and what follows from it. */
@DatabaseTest
class AccountEventsTest {

    private static final long MONDAY = 1_764_000_000;

    @Autowired
    Given given;

    @Autowired
    AccountEvents events;

    @Autowired
    Numbers numbers;

    @Autowired
    JdbcTemplate database;

    @BeforeEach
    void aNumber() {
        numbers.keep(Given.ACCOUNT, Given.BAKERY, "+1 555-078-3881", "Bakery");
    }

    @Test
    void theSameChangeToldTwiceIsOneEventAndToldLaterIsAnother() {
        told("account_update", "{\"event\":\"ACCOUNT_RESTRICTION\"}", MONDAY);
        told("account_update", "{\"event\":\"ACCOUNT_RESTRICTION\"}", MONDAY);
        told("account_update", "{\"event\":\"ACCOUNT_RESTRICTION\"}", MONDAY + 60);
        assertThat(events.newest(10))
                .extracting(AccountEvent::at)
                .containsExactly(Instant.ofEpochSecond(MONDAY + 60), Instant.ofEpochSecond(MONDAY));
    }

    @Test
    void aTemplateStandsAsItWasLastSpokenOfInWhateverOrderItIsTold() {
        status("REJECTED", "en-US", "INVALID_FORMAT", MONDAY);
        assertThat(inTrouble()).containsExactly("cart en_US REJECTED INVALID_FORMAT");
        status("APPROVED", "en_US", "NONE", MONDAY + 60);
        assertThat(inTrouble()).isEmpty();
        status("PAUSED", "en_US", "NONE", MONDAY + 30);
        assertThat(inTrouble()).isEmpty();
        status("FLAGGED", "en_US", "NONE", MONDAY + 90);
        assertThat(inTrouble()).containsExactly("cart en_US APPROVED FLAGGED");
        status("DISABLED", "en_US", "NONE", MONDAY + 120);
        assertThat(inTrouble()).containsExactly("cart en_US DISABLED null");
    }

    @Test
    void aTemplateIsKnownByItsIdWhenItsNameIsMissing() {
        status("APPROVED", "en_US", "NONE", MONDAY);
        told(
                "template_category_update",
                "{\"message_template_id\":9007199254740993,\"new_category\":\"MARKETING\"}",
                MONDAY);
        told(
                "message_template_quality_update",
                "{\"message_template_id\":9007199254740993,\"new_quality_score\":\"RED\"}",
                MONDAY);
        told("message_template_status_update", "{\"message_template_id\":77,\"event\":\"APPROVED\"}", MONDAY);
        assertThat(events.templatesInTrouble(10))
                .containsExactly(new Template("cart", "en_US", "MARKETING", "APPROVED", "RED", null));
    }

    @Test
    void aNumberIsKnownHoweverItIsWritten() {
        told(
                "phone_number_quality_update",
                "{\"display_phone_number\":\"15550783881\",\"event\":\"FLAGGED\",\"current_limit\":\"TIER_1K\"}",
                MONDAY);
        told(
                "phone_number_quality_update",
                "{\"display_phone_number\":\"15550783881\",\"event\":\"UPGRADE\",\"current_limit\":\"TIER_10K\"}",
                MONDAY - 60);
        told(
                "phone_number_name_update",
                "{\"display_phone_number\":\"+1 555 078 3881\",\"decision\":\"APPROVED\",\"requested_verified_name\":\"Bonita\"}",
                MONDAY);
        told(
                "phone_number_name_update",
                "{\"display_phone_number\":\"+1 555 078 3881\",\"decision\":\"REJECTED\",\"requested_verified_name\":\"Google\"}",
                MONDAY + 60);
        assertThat(numbers.health()).singleElement().satisfies(number -> {
            assertThat(number.name()).isEqualTo("Bonita");
            assertThat(number.quality()).isEqualTo("FLAGGED");
            assertThat(number.messagingLimit()).isEqualTo("TIER_1K");
        });
    }

    @Test
    void troubleWithoutAMessageIsAnEventInWhatsAppsWords() {
        told("messages", "{\"errors\":[{\"code\":130429,\"title\":\"Rate limit hit\"}]}", MONDAY);
        assertThat(events.newest(1)).singleElement().satisfies(event -> {
            assertThat(event.event()).isEqualTo("130429");
            assertThat(event.detail()).isEqualTo("Rate limit hit");
        });
    }

    private void status(String event, String language, String reason, long at) {
        told(
                "message_template_status_update",
                "{\"event\":\"%s\",\"message_template_id\":9007199254740993,\"message_template_name\":\"cart\",\"message_template_language\":\"%s\",\"reason\":\"%s\"}"
                        .formatted(event, language, reason),
                at);
    }

    private List<String> inTrouble() {
        return events.templatesInTrouble(10).stream()
                .map(template ->
                        template.name() + " " + template.language() + " " + template.status() + " " + template.reason())
                .toList();
    }

    private void told(String field, String value, long at) {
        String body =
                "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"%s\",\"time\":%d,\"changes\":[{\"field\":\"%s\",\"value\":%s}]}]}"
                        .formatted(Given.ACCOUNT, at, field, value);
        Webhook.parse(body.getBytes(StandardCharsets.UTF_8))
                .changes()
                .forEach(change -> events.happened(change.ofAccount().orElseThrow(), MutableClock.START));
    }
}
