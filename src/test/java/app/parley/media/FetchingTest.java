package app.parley.media;

import static app.parley.FileServer.bytes;
import static app.parley.FileServer.json;
import static app.parley.FileServer.redirect;
import static app.parley.Given.MARTA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.AccountSettings;
import app.parley.DatabaseTest;
import app.parley.FileServer;
import app.parley.Given;
import app.parley.MutableClock;
import app.parley.conversations.Attachment;
import app.parley.conversations.AttachmentState;
import app.parley.conversations.ChatMessage;
import app.parley.conversations.ConversationChanged;
import app.parley.conversations.ConversationId;
import app.parley.conversations.InboxQueries;
import app.parley.conversations.MessageId;
import app.parley.numbers.NumberId;
import app.parley.numbers.Numbers;
import app.parley.team.AgentId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.event.TransactionalEventListener;

/** A customer's file on its way to us, over a real socket. */
@DatabaseTest
@Import(FetchingTest.Screens.class)
class FetchingTest {

    static final FileServer META = new FileServer();
    static final byte[] PHOTO = Samples.held(6, 1600, 800);

    @Autowired
    Given given;

    @Autowired
    Media media;

    @Autowired
    MediaWorker worker;

    @Autowired
    InboxQueries inbox;

    @Autowired
    Numbers numbers;

    @Autowired
    Screens screens;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcTemplate database;

    @Value("${parley.data-dir}")
    Path data;

    NumberId number;
    AgentId carla;

    /** What a screen is told. */
    @TestComponent
    static class Screens {
        final List<ConversationChanged> told = new CopyOnWriteArrayList<>();

        @TransactionalEventListener
        void on(ConversationChanged change) {
            told.add(change);
        }
    }

    @DynamicPropertySource
    static void account(DynamicPropertyRegistry settings) {
        AccountSettings.add(settings, META::url);
    }

    @BeforeEach
    void aNumberAndAnAgent() {
        META.reset();
        number = given.number(Given.BAKERY);
        carla = given.agent("Carla");
    }

    @Test
    void aPhotoIsFetchedAtOnceAndShownUpright() throws IOException {
        META.file("1003", PHOTO);
        ConversationId marta = sends("1003", PHOTO);
        Attachment photo = awaitState(marta, AttachmentState.KEPT);
        assertThat(photo)
                .isEqualTo(new Attachment(
                        AttachmentState.KEPT, null, null, "image/jpeg", (long) PHOTO.length, 800, 1600, false, true));
        assertThat(keptFile(PHOTO)).hasBinaryContent(PHOTO);
        assertThat(META.requests())
                .filteredOn(request -> request.path().contains("1003"))
                .hasSize(2)
                .allSatisfy(request -> assertThat(request.authorization()).isEqualTo("Bearer the-token"));
        assertThat(META.requests())
                .extracting(FileServer.Request::path)
                .contains("/v26.0/1003?phone_number_id=" + Given.BAKERY);
        await().untilAsserted(() -> assertThat(screens.told).contains(new ConversationChanged(marta, number)));
    }

    @Test
    void theSameFileTwiceIsKeptOnce() throws IOException {
        byte[] cake = Samples.picture("png", 3, 3);
        META.file("1", cake);
        META.file("2", cake);
        awaitState(sends("1", cake), AttachmentState.KEPT);
        awaitState(sends("2", cake), AttachmentState.KEPT);
        try (Stream<Path> files = Files.walk(data.resolve("media"))) {
            assertThat(files.filter(file -> file.endsWith(FileServer.sha256(cake))))
                    .hasSize(1);
        }
    }

    @Test
    void aFileForADisabledNumberIsFetchedToo() {
        META.file("1003", PHOTO);
        META.answer("/v26.0/1003", json(500, "{}"));
        ConversationId marta = sends("1003", PHOTO);
        numbers.enable(number, false);
        META.file("1003", PHOTO);
        passes(Duration.ofSeconds(4));
        await().until(() -> META.asked("/file/1003") == 1);
        await().untilAsserted(() -> {
            numbers.enable(number, true);
            assertThat(attachment(marta).state()).isEqualTo(AttachmentState.KEPT);
        });
    }

    @Test
    void aDeadLinkIsTriedAgainWithAFreshOne() {
        META.file("1003", PHOTO);
        META.answer("/file/1003", exchange -> {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        ConversationId marta = sends("1003", PHOTO);
        awaitReason(marta, MissingFileReason.REFUSED);
        META.answer(
                "/v26.0/1003",
                json(200, "{\"url\":\"" + META.url() + "/fresh\",\"file_size\":\"" + PHOTO.length + "\"}"));
        META.answer("/fresh", bytes(PHOTO));
        passes(Duration.ofSeconds(4));
        awaitState(marta, AttachmentState.KEPT);
        assertThat(META.asked("/v26.0/1003")).isEqualTo(2);
    }

    @Test
    void eachAttemptWaitsLongerAndAfterAWeekItIsGivenUp() {
        META.answer("/v26.0/1003", json(500, "<html>"));
        ConversationId marta = sends("1003", PHOTO);
        for (int seconds : new int[] {4, 16, 64}) {
            awaitReason(marta, MissingFileReason.UNREACHABLE);
            long asked = META.asked("/v26.0/1003");
            assertThat(database.queryForObject("select due_at from attachment", Timestamp.class))
                    .isEqualTo(stamp(Duration.ofSeconds(seconds)));
            passes(Duration.ofSeconds(seconds));
            await().until(() -> META.asked("/v26.0/1003") == asked + 1);
        }
        awaitReason(marta, MissingFileReason.UNREACHABLE);
        passes(Duration.ofDays(7));
        assertThat(awaitState(marta, AttachmentState.GONE).reason()).isEqualTo("EXPIRED");
    }

    @Test
    void anotherFileThanTheOneAnnouncedIsNotShown() {
        byte[] other = Samples.picture("png", 2, 2);
        META.file("1003", other);
        ConversationId marta = sends("1003", PHOTO);
        awaitReason(marta, MissingFileReason.DAMAGED);
        assertThat(keptFile(other)).doesNotExist();
        META.file("1003", PHOTO);
        META.answer("/file/1003", bytes(other));
        passes(Duration.ofSeconds(4));
        await().until(() -> META.asked("/file/1003") == 2);
        awaitReason(marta, MissingFileReason.DAMAGED);
        META.file("1003", PHOTO);
        passes(Duration.ofSeconds(16));
        awaitState(marta, AttachmentState.KEPT);
    }

    @Test
    void aFileOverTheLimitIsNotTriedAgain() {
        META.answer("/v26.0/1003", json(200, "{\"url\":\"" + META.url() + "/x\",\"file_size\":104857601}"));
        ConversationId marta = sends("1003", PHOTO);
        assertThat(awaitState(marta, AttachmentState.GONE).reason()).isEqualTo("TOO_LARGE");
    }

    @Test
    void aBadTokenAndAStrangersAddressSaySo() {
        META.answer("/v26.0/1", json(401, "{\"error\":{\"code\":190,\"message\":\"expired\"}}"));
        META.answer("/v26.0/2", json(200, "{\"url\":\"http://169.254.169.254/latest/meta-data/\"}"));
        META.file("3", PHOTO);
        META.answer("/file/3", redirect(302, "http://10.0.0.1/"));
        awaitReason(sends("1", PHOTO), MissingFileReason.TOKEN);
        awaitReason(sends("2", PHOTO), MissingFileReason.REFUSED);
        awaitReason(sends("3", PHOTO), MissingFileReason.REFUSED);
    }

    @Test
    void aFullDiskIsTriedAgain() throws IOException {
        Path folder = Objects.requireNonNull(keptFile(PHOTO).getParent());
        try (Stream<Path> old = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
            old.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
        Files.createDirectories(Objects.requireNonNull(folder.getParent()));
        Files.writeString(folder, "in the way");
        META.file("1003", PHOTO);
        ConversationId marta = sends("1003", PHOTO);
        awaitReason(marta, MissingFileReason.NO_ROOM);
        Files.delete(folder);
        passes(Duration.ofSeconds(4));
        awaitState(marta, AttachmentState.KEPT);
    }

    @Test
    void aZipBombIsJustAFile() {
        byte[] bomb = Samples.zipBomb();
        META.file("1003", bomb);
        ConversationId marta = sends("1003", bomb);
        Attachment file = awaitState(marta, AttachmentState.KEPT);
        assertThat(file.contentType()).isEqualTo("application/zip");
        assertThat(file.size()).isEqualTo(bomb.length);
    }

    @Test
    void anEmptyFileIsAFile() {
        META.file("1003", new byte[0]);
        assertThat(awaitState(sends("1003", new byte[0]), AttachmentState.KEPT).size())
                .isZero();
    }

    @Test
    void oneThatDoesNotAnswerHoldsUpNobody() throws InterruptedException {
        CountDownLatch answered = new CountDownLatch(1);
        META.answer("/v26.0/1", exchange -> {
            try {
                answered.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        META.file("2", PHOTO);
        ConversationId slow = sends("1", PHOTO);
        await().until(() -> META.asked("/v26.0/1") == 1);
        MessageId waiting = message(slow).id();
        awaitState(sends("2", PHOTO), AttachmentState.KEPT);
        // It is being fetched already: once is enough.
        assertThat(media.tryAgain(carla, waiting)).isFalse();
        assertThat(META.asked("/v26.0/1")).isEqualTo(1);
        answered.countDown();
        await().until(() -> "UNREACHABLE".equals(reason(waiting)));
    }

    @Test
    void whatAStoppedProcessWasFetchingIsFetchedAfterTheNextStart() {
        META.answer("/v26.0/1003", json(500, "{}"));
        ConversationId marta = sends("1003", PHOTO);
        awaitReason(marta, MissingFileReason.UNREACHABLE);
        worker.stop();
        database.update("update attachment set reason = 'FETCHING', due_at = ?", stamp(Duration.ofMinutes(20)));
        META.file("1003", PHOTO);
        worker.start();
        awaitState(marta, AttachmentState.KEPT);
    }

    @Test
    void whatWasLeftHalfWrittenIsClearedAwayAtTheNextStart() throws IOException {
        Path arriving = Files.createDirectories(data.resolve("media/arriving"));
        Path old = Files.createFile(arriving.resolve("arrival-old.tmp"));
        Path young = Files.createFile(arriving.resolve("arrival-young.tmp"));
        Files.setLastModifiedTime(old, FileTime.from(clock.instant().minus(Duration.ofHours(25))));
        Files.setLastModifiedTime(young, FileTime.from(clock.instant()));
        worker.stop();
        worker.start();
        assertThat(old).doesNotExist();
        assertThat(young).exists();
        Files.delete(young);
    }

    @Test
    void anAgentTriesAgainWhatWasGivenUp() {
        META.answer("/v26.0/1003", json(200, "{\"url\":\"" + META.url() + "/x\",\"file_size\":104857601}"));
        ConversationId marta = sends("1003", PHOTO);
        awaitState(marta, AttachmentState.GONE);
        META.file("1003", PHOTO);
        MessageId message = message(marta).id();
        AgentId stranger = given.agentOf("Ben");
        assertThat(media.tryAgain(stranger, message)).isFalse();
        assertThat(media.tryAgain(carla, new MessageId(4711))).isFalse();
        assertThat(attachment(marta).state()).isEqualTo(AttachmentState.GONE);
        assertThat(media.tryAgain(carla, message)).isTrue();
        awaitState(marta, AttachmentState.KEPT);
        assertThat(media.tryAgain(carla, message)).isFalse();
    }

    @Test
    void whatWasDeletedMeanwhileIsNotTriedAgain() {
        META.answer("/v26.0/1003", json(500, "{}"));
        ConversationId marta = sends("1003", PHOTO);
        awaitReason(marta, MissingFileReason.UNREACHABLE);
        MessageId message = message(marta).id();
        database.update("update message set revoked_at = ? where id = ?", stamp(Duration.ZERO), message.value());
        assertThat(media.tryAgain(carla, message)).isFalse();
    }

    private void passes(Duration time) {
        clock.advance(time);
        worker.wakeAfterCommit();
    }

    private ConversationId sends(String mediaId, byte[] announced) {
        String sha256 = Base64.getEncoder().encodeToString(FileServer.digest(announced));
        return given.says(
                number,
                MARTA,
                "image",
                "{\"id\":\"%s\",\"mime_type\":\"image/jpeg\",\"sha256\":\"%s\"}".formatted(mediaId, sha256),
                clock.instant());
    }

    private Attachment awaitState(ConversationId conversation, AttachmentState state) {
        await().untilAsserted(() -> assertThat(attachment(conversation).state()).isEqualTo(state));
        return attachment(conversation);
    }

    private void awaitReason(ConversationId conversation, MissingFileReason reason) {
        await().untilAsserted(() -> {
            assertThat(attachment(conversation).reason()).isEqualTo(reason.name());
            assertThat(attachment(conversation).state()).isEqualTo(AttachmentState.WAITING);
        });
    }

    private Attachment attachment(ConversationId conversation) {
        return Objects.requireNonNull(message(conversation).attachment());
    }

    private ChatMessage message(ConversationId conversation) {
        return inbox.open(carla, conversation, 9).messages().getLast();
    }

    private @Nullable String reason(MessageId message) {
        return database.queryForObject(
                "select reason from attachment where message_id = ?", String.class, message.value());
    }

    private Timestamp stamp(Duration later) {
        return Timestamp.from(clock.instant().plus(later));
    }

    private Path keptFile(byte[] content) {
        String digest = FileServer.sha256(content);
        return data.resolve("media").resolve(digest.substring(0, 2)).resolve(digest);
    }
}
