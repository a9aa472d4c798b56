package app.parley.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.DatabaseTest;
import app.parley.Given;
import app.parley.MutableClock;
import app.parley.SignedWebhook;
import app.parley.team.AgentId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What becomes of bodies over time. */
@DatabaseTest
class JournalTest {

    @Autowired
    Given given;

    @Autowired
    Journal journal;

    @Autowired
    JournalPurge purge;

    @Autowired
    JournalReplay replay;

    @Autowired
    JournalWorker worker;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcTemplate database;

    @BeforeEach
    void aNumber() {
        given.number(Given.BAKERY);
    }

    @Test
    void whatWasProcessedGoesAfterThirtyDaysAndWhatWaitsForAnAdminStays() {
        for (int i = 0; i < 450; i++) {
            arrive(text(Given.BAKERY, "wamid." + i));
        }
        arrive("not JSON");
        arrive(text("999", "wamid.x"));
        awaitWorkedOff();
        clock.advance(Duration.ofDays(20));
        arrive(text(Given.BAKERY, "wamid.new"));
        awaitWorkedOff();

        purge.purge();
        assertThat(counts(JournalState.PROCESSED)).isEqualTo(451);
        clock.advance(Duration.ofDays(11));
        purge.purge();

        assertThat(counts(JournalState.PROCESSED)).isEqualTo(1);
        assertThat(counts(JournalState.QUARANTINED)).isEqualTo(1);
        assertThat(counts(JournalState.UNASSIGNED)).isEqualTo(1);
    }

    @Test
    void whatFailedIsTriedAgainByTheNextBuildAndNotByTheSame() {
        arrive(text(Given.BAKERY, "wamid.1"));
        awaitWorkedOff();
        database.update("update journal set state = 'FAILED', reason = 'Trouble'");
        replay.afterUpgrade();
        assertThat(counts(JournalState.FAILED)).isEqualTo(1);

        database.update("update journal set tried_by = '0.0.1 long ago'");
        replay.afterUpgrade();
        worker.wake();
        awaitWorkedOff();
        assertThat(counts(JournalState.PROCESSED)).isEqualTo(1);
        assertThat(counts(JournalState.FAILED)).isZero();
    }

    @Test
    void aNewNumberBringsItsOwnMessagesAndLeavesThoseOfOthersAlone() {
        arrive(text("111", "wamid.1"));
        arrive(text(Given.CATERING, "wamid.2"));
        awaitWorkedOff();
        assertThat(counts(JournalState.UNASSIGNED)).isEqualTo(2);

        given.number(Given.CATERING);

        await().untilAsserted(() -> assertThat(counts(JournalState.PROCESSED)).isEqualTo(1));
        assertThat(journal.page(JournalState.UNASSIGNED, null, 10))
                .singleElement()
                .extracting(JournalRow::attempts)
                .isEqualTo(1);
    }

    @Test
    void whatIsNotShownIsCountedOnceHoweverOftenItIsReplayed() {
        given.number(Given.BAKERY);
        arrive("""
                {"object":"whatsapp_business_account","entry":[{"id":"%s","changes":[
                {"field":"messages","value":{"metadata":{"phone_number_id":"999"},"messages":[{"group_id":"g","id":"1"}],
                 "statuses":[{"id":"2","status":"sent"},{"id":"3","status":"teleported"}]}},
                {"field":"history","value":{}},{"field":"brand_new","value":{}},{"field":"brand new!","value":{}},
                {"field":"smb_message_echoes","value":{}},{"field":"group_settings_update","value":{}}]}]}""".formatted(Given.ACCOUNT));
        awaitWorkedOff();
        journal.replay(given.admin("Carla"), Set.of(JournalState.UNASSIGNED));
        await().untilAsserted(() -> assertThat(journal.page(JournalState.UNASSIGNED, null, 10))
                .extracting(JournalRow::attempts)
                .containsExactly(2));

        assertThat(journal.notShown(10))
                .extracting(tally -> tally.what() + " " + tally.count())
                .containsExactlyInAnyOrder(
                        "groups 2", "status:teleported 1", "history 1", "field:brand_new 1", "field:? 1", "echoes 1");
    }

    @Test
    void onlyWhatWaitsForAnAdminCanBeDeleted() {
        arrive(text(Given.BAKERY, "wamid.1"));
        arrive(text("111", "wamid.2"));
        awaitWorkedOff();
        long processed =
                journal.page(JournalState.PROCESSED, null, 1).getFirst().id();
        long unassigned =
                journal.page(JournalState.UNASSIGNED, null, 1).getFirst().id();

        AgentId carla = given.admin("Carla");
        assertThat(journal.delete(carla, processed)).isFalse();
        assertThat(journal.delete(carla, unassigned)).isTrue();
        assertThat(counts(JournalState.UNASSIGNED)).isZero();
    }

    private int counts(JournalState state) {
        return journal.counts().getOrDefault(state, 0);
    }

    private void arrive(String body) {
        journal.keep(body.getBytes(StandardCharsets.UTF_8), Set.of(Given.ACCOUNT))
                .join();
    }

    private void awaitWorkedOff() {
        await().untilAsserted(() -> assertThat(counts(JournalState.RECEIVED)).isZero());
    }

    private static String text(String number, String id) {
        return SignedWebhook.text(Given.ACCOUNT, number, Given.MARTA, "Marta Gil", id, MutableClock.START, "Hello");
    }
}
