package app.parley.conversations;

import static app.parley.Given.MARTA;
import static org.assertj.core.api.Assertions.assertThat;

import app.parley.DatabaseTest;
import app.parley.Given;
import app.parley.MutableClock;
import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Putting away, coming back, and "Undo". */
@DatabaseTest
class ArchiveTest {

    @Autowired
    Given given;

    @Autowired
    InboxQueries inbox;

    @Autowired
    Conversations conversations;

    @Autowired
    MutableClock clock;

    NumberId number;
    AgentId carla;
    ConversationId marta;

    @BeforeEach
    void martaHasWritten() {
        number = given.number(Given.BAKERY);
        carla = given.agent("Carla");
        marta = given.writes(number, MARTA, "Hello");
    }

    @Test
    void anArchivedConversationLeavesTheListAndHasNoSession() {
        conversations.archive(carla, List.of(marta));
        assertThat(given.list(carla, Filter.ALL)).isEmpty();
        assertThat(given.list(carla, Filter.ARCHIVED))
                .extracting(ConversationRow::id)
                .containsExactly(marta);
        assertThat(header().isOpenAt(clock.instant())).isFalse();
    }

    @Test
    void theCustomersNextMessageBringsItBackWithAFreshSession() {
        conversations.archive(carla, List.of(marta));
        clock.advance(Duration.ofMinutes(5));
        given.writes(number, MARTA, "One more thing");
        assertThat(header().archived()).isFalse();
        assertThat(header().unseen()).isEqualTo(1);
        assertThat(header().sessionEndsAt()).isEqualTo(clock.instant().plus(Duration.ofHours(24)));
    }

    @Test
    void aReactionASystemNoticeOrAStatusDoesNotBringItBack() {
        conversations.archive(carla, List.of(marta));
        Instant now = clock.instant();
        given.says(number, MARTA, "reaction", "{\"message_id\":\"wamid.1\",\"emoji\":\"x\"}", now);
        given.says(number, MARTA, "system", "{\"body\":\"changed\"}", now);
        given.says(number, MARTA, "unsupported", "{\"type\":\"edit\"}", now);
        assertThat(header().archived()).isTrue();
    }

    @Test
    void aMessageMoreThanADayOldBringsItBackWithoutASession() {
        conversations.archive(carla, List.of(marta));
        given.writes(number, MARTA, "Very late", clock.instant().minus(Duration.ofDays(2)));
        assertThat(header().archived()).isFalse();
        assertThat(header().isOpenAt(clock.instant())).isFalse();
    }

    @Test
    void aMessageStampedJustBeforeTheArchivingBringsItBackWithAFreshSessionToo() {
        Instant stamped = clock.instant().plusSeconds(59);
        clock.advance(Duration.ofMinutes(1));
        conversations.archive(carla, List.of(marta));
        clock.advance(Duration.ofSeconds(1));
        given.writes(number, MARTA, "Wait", stamped);
        assertThat(header().isOpenAt(clock.instant())).isTrue();
        conversations.reply(carla, marta, "Here I am", "key-1");
    }

    @Test
    void aReactionLeavesAnAnsweredConversationAnswered() {
        conversations.reply(carla, marta, "Done", "key-1");
        given.says(number, MARTA, "reaction", "{\"message_id\":\"wamid.1\",\"emoji\":\"x\"}", clock.instant());
        assertThat(given.list(carla, Filter.ALL))
                .extracting(ConversationRow::waiting)
                .containsExactly(false);
    }

    @Test
    void undoRestoresSessionAndUnseenMarks() {
        ChatHeader before = header();
        List<ArchivingId> archivings = conversations.archive(carla, List.of(marta));
        clock.advance(Duration.ofMinutes(9));
        assertThat(conversations.undo(carla, archivings)).isEqualTo(1);
        assertThat(header()).isEqualTo(before);
        assertThat(inbox.open(carla, marta, 9).messages())
                .extracting(ChatMessage::unseen)
                .containsExactly(true);
        conversations.reply(carla, marta, "Still open", "key-1");
    }

    @Test
    void undoIsVoidOnceTheCustomerHasWritten() {
        List<ArchivingId> archivings = conversations.archive(carla, List.of(marta));
        given.writes(number, MARTA, "Wait");
        assertThat(conversations.undo(carla, archivings)).isZero();
        assertThat(header().unseen()).isEqualTo(1);
    }

    @Test
    void undoIsVoidAfterTenMinutes() {
        List<ArchivingId> archivings = conversations.archive(carla, List.of(marta));
        clock.advance(Duration.ofMinutes(10).plusSeconds(1));
        assertThat(conversations.undo(carla, archivings)).isZero();
        assertThat(header().archived()).isTrue();
    }

    @Test
    void severalAreArchivedAndTakenBackTogether() {
        ConversationId jonas = given.writes(number, "447700900123", "Hi");
        List<ArchivingId> archivings = conversations.archive(carla, List.of(jonas, marta, jonas));
        assertThat(archivings).hasSize(2);
        assertThat(conversations.archive(carla, List.of(jonas))).isEmpty();
        assertThat(conversations.undo(carla, archivings)).isEqualTo(2);
        assertThat(given.list(carla, Filter.ALL)).hasSize(2);
    }

    private ChatHeader header() {
        return inbox.header(carla, marta).orElseThrow();
    }
}
