package app.parley.conversations;

import static app.parley.Given.MARTA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.parley.DatabaseTest;
import app.parley.Given;
import app.parley.MutableClock;
import app.parley.cloudapi.GraphError;
import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The 24 hours in which free text may be sent. */
@DatabaseTest
class SessionTest {

    private static final Instant NOW = MutableClock.START;

    @Autowired
    Given given;

    @Autowired
    InboxQueries inbox;

    @Autowired
    Conversations conversations;

    @Autowired
    Deliveries deliveries;

    @Autowired
    MutableClock clock;

    NumberId number;
    AgentId carla;

    @BeforeEach
    void aNumberAndAnAgent() {
        number = given.number(Given.BAKERY);
        carla = given.agent("Carla");
    }

    @Test
    void aMessageLeavesTwentyFourHoursFromItsOwnTime() {
        ConversationId marta = given.writes(number, MARTA, "Hello", NOW.minusSeconds(300));
        assertThat(endOf(marta)).isEqualTo(NOW.minusSeconds(300).plus(Duration.ofHours(24)));
    }

    @Test
    void aMessageFromTheFutureLeavesTwentyFourHoursFromItsReceipt() {
        ConversationId marta = given.writes(number, MARTA, "Hello", NOW.plus(Duration.ofDays(400)));
        assertThat(endOf(marta)).isEqualTo(NOW.plus(Duration.ofHours(24)));
    }

    @Test
    void aNewMessageExtendsTheSessionAndAnOlderOneDoesNotShortenIt() {
        ConversationId marta = given.writes(number, MARTA, "Hello");
        clock.advance(Duration.ofHours(10));
        given.writes(number, MARTA, "Still there?");
        Instant end = NOW.plus(Duration.ofHours(34));
        assertThat(endOf(marta)).isEqualTo(end);
        given.writes(number, MARTA, "This one was stuck", NOW.plus(Duration.ofHours(1)));
        assertThat(endOf(marta)).isEqualTo(end);
    }

    @Test
    void aReactionOpensASessionToo() {
        ConversationId marta = given.writes(number, MARTA, "Hello");
        clock.advance(Duration.ofHours(30));
        given.says(number, MARTA, "reaction", "{\"message_id\":\"wamid.1\",\"emoji\":\"x\"}", clock.instant());
        assertThat(header(marta).isOpenAt(clock.instant())).isTrue();
    }

    @Test
    void aCallOpensASessionTooAndShowsNothing() {
        ConversationId marta = given.writes(number, MARTA, "Hello");
        clock.advance(Duration.ofHours(30));
        given.calls(number, MARTA, clock.instant());
        assertThat(header(marta).isOpenAt(clock.instant())).isTrue();
        assertThat(inbox.open(carla, marta, 9).messages()).hasSize(1);
    }

    @Test
    void aCallThatIsDeliveredAgainDoesNotOpenWhatWasArchivedSince() {
        ConversationId marta = given.writes(number, MARTA, "Hello");
        Instant called = clock.instant();
        given.calls(number, MARTA, called);
        clock.advance(Duration.ofMinutes(5));
        conversations.archive(carla, List.of(marta));
        Instant ended = header(marta).sessionEndsAt();
        given.calls(number, MARTA, called);
        assertThat(header(marta).sessionEndsAt()).isEqualTo(ended);
    }

    @Test
    void aMessageMoreThanADayOldOpensNothingButIsUnseenAndShown() {
        ConversationId marta = given.writes(number, MARTA, "From 1970", Instant.EPOCH);
        assertThat(header(marta).isOpenAt(NOW)).isFalse();
        assertThat(header(marta).unseen()).isEqualTo(1);
        assertRefused(Refusal.EXPIRED, marta);
    }

    @Test
    void aMessageMoreThanADayOldLeavesAnOpenSessionAsItIs() {
        ConversationId marta = given.writes(number, MARTA, "Hello");
        given.writes(number, MARTA, "Very late", NOW.minus(Duration.ofDays(3)));
        assertThat(endOf(marta)).isEqualTo(NOW.plus(Duration.ofHours(24)));
    }

    @Test
    void aReplyIsTakenUntilTheLastMomentAndRefusedFromThenOn() {
        ConversationId marta = given.writes(number, MARTA, "Hello");
        clock.advance(Duration.ofHours(24).minusMillis(1));
        conversations.reply(carla, marta, "Just in time", "key-1");
        clock.advance(Duration.ofMillis(1));
        assertRefused(Refusal.EXPIRED, marta);
    }

    @Test
    void ourOwnMessagesOpenNothing() {
        ConversationId marta = given.writes(number, MARTA, "Hello");
        Instant end = endOf(marta);
        clock.advance(Duration.ofHours(1));
        conversations.reply(carla, marta, "Hi Marta", "key-1");
        assertThat(endOf(marta)).isEqualTo(end);
    }

    @Test
    void whatsAppsRefusalEndsTheSession() {
        ConversationId marta = given.writes(number, MARTA, "Hello");
        MessageId reply = conversations.reply(carla, marta, "Hi Marta", "key-1");
        deliveries.failed(reply, new GraphError(GraphError.RE_ENGAGEMENT, "Re-engagement message"));
        assertRefused(Refusal.EXPIRED, marta);
    }

    private Instant endOf(ConversationId conversation) {
        return java.util.Objects.requireNonNull(header(conversation).sessionEndsAt());
    }

    private ChatHeader header(ConversationId conversation) {
        return inbox.header(carla, conversation).orElseThrow();
    }

    private void assertRefused(Refusal refusal, ConversationId conversation) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> conversations.reply(carla, conversation, "Hi", "key-refused"))
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }
}
