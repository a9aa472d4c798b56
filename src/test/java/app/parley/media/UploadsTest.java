package app.parley.media;

import static app.parley.Given.MARTA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.parley.DatabaseTest;
import app.parley.Given;
import app.parley.MutableClock;
import app.parley.conversations.Content;
import app.parley.conversations.ConversationId;
import app.parley.conversations.Conversations;
import app.parley.conversations.MessageKind;
import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** What agents pick, as it is taken in. */
@DatabaseTest
class UploadsTest {

    @Autowired
    Given given;

    @Autowired
    Uploads uploads;

    @Autowired
    UploadCleanup sweep;

    @Autowired
    MediaStore mediaStore;

    @Autowired
    Conversations conversations;

    @Autowired
    MutableClock clock;

    @Value("${parley.data-dir}")
    Path data;

    AgentId carla;
    ConversationId marta;

    @BeforeEach
    void martaHasWritten() {
        NumberId number = given.pausedNumber(Given.BAKERY);
        carla = given.agent("Carla");
        marta = given.writes(number, MARTA, "Hello");
    }

    @Test
    void aPhotoIsKeptWithItsSizeAndASmallPicture() throws Exception {
        byte[] photo = Samples.picture("jpg", 1600, 800);
        Upload upload = take("tart.jpg", photo);
        assertThat(upload.kind()).isEqualTo(MessageKind.IMAGE);
        assertThat(upload.file().contentType()).isEqualTo("image/jpeg");
        assertThat(upload.file().width()).isEqualTo(1600);
        assertThat(upload.file().thumbnail()).isTrue();
        assertThat(mediaStore.file(upload.file().digest())).hasBinaryContent(photo);
        assertThat(uploads.find(carla, marta, upload.id())).contains(upload);
    }

    @ParameterizedTest
    @CsvSource({
        "fresh-loaf.mp4, VIDEO, video/mp4",
        "voice-message.ogg, AUDIO, audio/ogg",
        "menu-catering.pdf, DOCUMENT, application/pdf",
        "sticker.webp, DOCUMENT, image/webp"
    })
    void eachGoesAsWhatWhatsAppTakesItAs(String name, MessageKind kind, String type) throws Exception {
        Upload upload = take(name, Samples.demo(name));
        assertThat(upload.kind()).isEqualTo(kind);
        assertThat(upload.file().contentType()).isEqualTo(type);
    }

    @Test
    void aPhotoMayGoAsADocument() throws Exception {
        Upload upload = take(UploadIntent.DOCUMENT, "tart.jpg", Samples.picture("jpg", 20, 20));
        assertThat(upload.kind()).isEqualTo(MessageKind.DOCUMENT);
    }

    @Test
    void whatWasSpokenGoesAsAVoiceMessageOrNotAtAll() throws Exception {
        assertThat(take(UploadIntent.VOICE, "voice.ogg", Samples.demo("voice-message.ogg"))
                        .kind())
                .isEqualTo(MessageKind.VOICE);
        refused(FileRefusal.NO_VOICE, UploadIntent.VOICE, "voice", new byte[] {0x1A, 0x45, (byte) 0xDF, (byte) 0xA3});
    }

    @ParameterizedTest
    @CsvSource({
        "tart.jpg, menu-catering.pdf",
        "menu.pdf, walnut-loaf.jpg",
        "loaf.mp4, walnut-loaf.jpg",
        "tart.png, fresh-loaf.mp4"
    })
    void whatIsCalledSomethingElseIsRefused(String name, String content) throws Exception {
        refused(FileRefusal.MISNAMED, UploadIntent.ANY, name, Samples.demo(content));
        refused(FileRefusal.MISNAMED, UploadIntent.DOCUMENT, name, Samples.demo(content));
    }

    @Test
    void nothingIsRefused() throws Exception {
        refused(FileRefusal.EMPTY, UploadIntent.ANY, "empty.jpg", new byte[0]);
    }

    @Test
    void aPhotoOfMoreThanFiveMegabytesIsRefusedButTakenAsADocument() throws Exception {
        byte[] photo = Samples.joined(Samples.picture("jpg", 20, 20), new byte[5 * 1024 * 1024]);
        refused(FileRefusal.IMAGE_TOO_LARGE, UploadIntent.ANY, "tart.jpg", photo);
        assertThat(take(UploadIntent.DOCUMENT, "tart.jpg", photo).kind()).isEqualTo(MessageKind.DOCUMENT);
    }

    @Test
    void ofAHundredAndOneMegabytesNoMoreIsReadThanItTakesToRefuseThem() {
        Zeros zeros = new Zeros(101L * 1024 * 1024);
        assertThatExceptionOfType(RefusedFileException.class)
                .isThrownBy(() -> uploads.take(carla, marta, UploadIntent.ANY, "large.bin", zeros))
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(FileRefusal.TOO_LARGE));
        assertThat(zeros.read).isBetween(100L * 1024 * 1024, 100L * 1024 * 1024 + (1 << 17));
        nothingIsLeftArriving();
    }

    @Test
    void anUploadThatIsCutOffLeavesNothing() {
        InputStream cut = new SequenceInputStream(new Zeros(100_000), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("cut");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                throw new IOException("cut");
            }
        });
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> uploads.take(carla, marta, UploadIntent.ANY, "notes.txt", cut));
        nothingIsLeftArriving();
    }

    @ParameterizedTest
    @CsvSource({
        "'../../etc/passwd', passwd.txt",
        "'C:\\Users\\carla\\notes.txt', notes.txt",
        "'a\r\nX-Evil: 1.txt', aX-Evil_ 1.txt",
        "'\u202Etxt.exe', txt.exe",
        "'', file.txt",
        "'notes', notes.txt"
    })
    void aHostileNameBecomesAHarmlessOne(String name, String kept) throws Exception {
        assertThat(take(name, "some words".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .file()
                        .fileName())
                .isEqualTo(kept);
    }

    @Test
    void aFileIsOnlyForWhoPickedItAndWhomItWasPickedFor() throws Exception {
        Upload upload = take("tart.jpg", Samples.picture("jpg", 20, 20));
        ConversationId jonas = given.writes(given.number(Given.BAKERY), "34612550188", "Hi");
        assertThat(uploads.find(carla, jonas, upload.id())).isEmpty();
        assertThat(uploads.find(given.agent("Ben"), marta, upload.id())).isEmpty();
    }

    @Test
    void aConversationOfANumberThatIsNotTheirsTakesNoFile() throws Exception {
        AgentId stranger = given.agentOf("Stranger", given.number(Given.CATERING));
        assertThat(uploads.take(stranger, marta, UploadIntent.ANY, "a.txt", new ByteArrayInputStream(new byte[] {'a'})))
                .isEmpty();
    }

    @Test
    void whatNobodySentIsClearedAwayAfterADayAndWhatWasSentStays() throws Exception {
        Upload sent = take("sent.jpg", Samples.picture("jpg", 30, 20));
        Upload unsent = take("unsent.jpg", Samples.picture("jpg", 31, 20));
        conversations.send(carla, marta, new Content.File(sent.kind(), sent.file(), null), null, "key");
        clock.advance(Duration.ofHours(25));
        for (Upload upload : new Upload[] {sent, unsent}) {
            Files.setLastModifiedTime(
                    mediaStore.file(upload.file().digest()),
                    FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        }
        sweep.sweep();
        assertThat(uploads.find(carla, marta, unsent.id())).isEmpty();
        assertThat(mediaStore.file(unsent.file().digest())).doesNotExist();
        assertThat(mediaStore.file(sent.file().digest())).exists();
    }

    @Test
    void whatWasPickedAgainJustNowIsNotClearedAway() throws Exception {
        byte[] photo = Samples.picture("jpg", 32, 20);
        Upload first = take("tart.jpg", photo);
        clock.advance(Duration.ofHours(25));
        Files.setLastModifiedTime(
                mediaStore.file(first.file().digest()),
                FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        Upload second = take("tart.jpg", photo);
        sweep.sweep();
        assertThat(mediaStore.file(second.file().digest())).exists();
        assertThat(uploads.find(carla, marta, second.id())).isPresent();
    }

    private Upload take(String name, byte[] content) throws Exception {
        return take(UploadIntent.ANY, name, content);
    }

    private Upload take(UploadIntent intent, String name, byte[] content) throws Exception {
        return uploads.take(carla, marta, intent, name, new ByteArrayInputStream(content))
                .orElseThrow();
    }

    private void refused(FileRefusal refusal, UploadIntent intent, String name, byte[] content) {
        assertThatExceptionOfType(RefusedFileException.class)
                .isThrownBy(() -> take(intent, name, content))
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(refusal));
        nothingIsLeftArriving();
    }

    private void nothingIsLeftArriving() {
        try (Stream<Path> files = Files.list(data.resolve("media/arriving"))) {
            assertThat(files).isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Zeros extends InputStream {
        private final long size;
        private long read;

        Zeros(long size) {
            this.size = size;
        }

        @Override
        public int read() {
            return read++ < size ? 0 : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            int count = (int) Math.min(length, size - read);
            if (count <= 0) {
                return -1;
            }
            Arrays.fill(buffer, offset, offset + count, (byte) 0);
            read += count;
            return count;
        }
    }
}
