package app.parley.media;

import static app.parley.Given.MARTA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.FileServer;
import app.parley.Given;
import app.parley.ServedFiles;
import app.parley.conversations.AttachmentState;
import app.parley.conversations.ChatMessage;
import app.parley.conversations.ConversationId;
import app.parley.conversations.InboxQueries;
import app.parley.numbers.NumberId;
import app.parley.numbers.Numbers;
import app.parley.shell.Visitor;
import app.parley.team.Role;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** Customers' files, asked for as a browser does. */
class ServingTest extends ServedFiles {

    static final byte[] PHOTO = Samples.picture("jpg", 1600, 800);

    @Autowired
    InboxQueries inbox;

    @Autowired
    Numbers numbers;

    @Autowired
    Media media;

    @Autowired
    MediaStore store;

    NumberId number;

    @Nullable
    ConversationId conversation;

    ServingTest() {
        super(Role.AGENT);
    }

    @BeforeEach
    void everybodyIsThere() {
        number = given.number(Given.BAKERY);
    }

    @Test
    void aPhotoIsShownButCanDoNothing() {
        String path = sends("photo", PHOTO);
        HttpResponse<byte[]> answer = browser.load("GET", path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(PHOTO);
        assertThat(header(answer, "Content-Type")).isEqualTo("image/jpeg");
        assertThat(header(answer, "Content-Length")).isEqualTo(String.valueOf(PHOTO.length));
        assertThat(header(answer, "Content-Disposition")).startsWith("inline");
        assertThat(header(answer, "ETag")).isEqualTo("\"" + FileServer.sha256(PHOTO) + "\"");
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("default-src 'none'")
                .endsWith("sandbox");
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("private, no-store");
        assertThat(answer.headers().allValues("Cross-Origin-Resource-Policy")).containsExactly("same-origin");
    }

    @Test
    void itsSmallPictureIsShownInTheChat() {
        HttpResponse<byte[]> answer = browser.load("GET", sends("photo", PHOTO) + "/thumbnail");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo("image/jpeg");
        assertThat(answer.body()).hasSizeBetween(500, 20_000);
        assertThat(header(answer, "Content-Security-Policy")).endsWith("sandbox");
    }

    @Test
    void whatHasNoSmallPictureHasNone() {
        assertThat(status(sends("doc", Samples.ascii("hello")) + "/thumbnail")).isEqualTo(404);
    }

    @Test
    void aPhotoIsSavedWhereThatIsAskedFor() {
        String path = sends("photo", PHOTO);
        assertThat(header(browser.load("GET", path + "?download"), "Content-Disposition"))
                .startsWith("attachment")
                .contains("whatsapp-")
                .contains(".jpg");
        assertThat(header(browser.load("GET", path + "?download=1"), "Content-Disposition"))
                .startsWith("attachment");
    }

    @Test
    void aHeadTellsWhatAGetWould() {
        HttpResponse<byte[]> answer = browser.load("HEAD", sends("photo", PHOTO));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(header(answer, "Content-Length")).isEqualTo(String.valueOf(PHOTO.length));
        assertThat(header(answer, "Accept-Ranges")).isEqualTo("bytes");
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-99, 0, 100", "bytes=100-, 100, -1", "bytes=-50, -50, -1", "bytes=0-999999999, 0, -1"})
    void aPlayerGetsThePartItAsksFor(String range, int from, int to) {
        HttpResponse<byte[]> answer = browser.load("GET", sends("photo", PHOTO), "Range", range);
        int start = from < 0 ? PHOTO.length + from : from;
        int end = to < 0 ? PHOTO.length : to;
        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(header(answer, "Content-Range")).isEqualTo("bytes " + start + "-" + (end - 1) + "/" + PHOTO.length);
        assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(PHOTO, start, end));
        assertThat(header(answer, "Content-Security-Policy")).endsWith("sandbox");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=999999999-", "bytes=5-2", "bytes=x", "pages=1"})
    void aPartThatDoesNotExistIsRefused(String range) {
        HttpResponse<byte[]> answer = browser.load("GET", sends("photo", PHOTO), "Range", range);
        assertThat(answer.statusCode()).isEqualTo(416);
        assertThat(header(answer, "Content-Range")).isEqualTo("bytes */" + PHOTO.length);
    }

    @Test
    void whatTheBrowserHasAlreadyIsNotSentAgain() {
        String tag = "\"" + FileServer.sha256(PHOTO) + "\"";
        assertThat(browser.load("GET", sends("photo", PHOTO), "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
                "<!DOCTYPE html><html><script>alert(1)</script></html>",
                "%PDF-1.4\n<html><script>alert(1)</script>",
                "just text",
                "MZ\u0090\0\u0003\0"
            })
    void whatCouldRunIsOnlySaved(String content) {
        HttpResponse<byte[]> answer = browser.load("GET", sends("evil", Samples.ascii(content)));
        assertThat(header(answer, "Content-Type")).isEqualTo("application/octet-stream");
        assertThat(header(answer, "Content-Disposition")).startsWith("attachment");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void aPictureThatIsAScriptTooStaysAPicture() {
        HttpResponse<byte[]> answer = browser.load("GET", sends("both", Samples.ascii("GIF89a/*\0\0\0*/=1;alert(1)")));
        assertThat(header(answer, "Content-Type")).isEqualTo("image/gif");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @ParameterizedTest
    @CsvSource({
        "Rechnung März.pdf, Rechnung März.pdf",
        "../../../etc/passwd, passwd",
        "'a\"; filename=evil.html', a_; filename=evil.html",
        "'x\r\nSet-Cookie: a=b.pdf', xSet-Cookie_ a=b.pdf",
        "invoice\u202Efdp.exe, invoicefdp.exe"
    })
    void aHostileNameIsMadeHarmless(String given, String saved) {
        HttpResponse<byte[]> answer = browser.load("GET", sends("document", Samples.ascii("hello"), given));
        assertThat(answer.statusCode()).isEqualTo(200);
        String disposition = header(answer, "Content-Disposition");
        String encoded = disposition.replaceAll("(?s).*filename\\*=UTF-8''", "");
        assertThat(URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8))
                .isEqualTo(saved);
        assertThat(disposition).startsWith("attachment").doesNotContain("\r", "\n", "\u202E");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void forWhoMayNotUseTheNumberThereIsNoFile() {
        String path = sends("photo", PHOTO);
        database.update("update agent set all_numbers = false where id = ?", carla.value());
        assertThat(status(path)).isEqualTo(404);
        assertThat(status(path + "/thumbnail")).isEqualTo(404);
        database.update("update agent set all_numbers = true where id = ?", carla.value());
        assertThat(status(path)).isEqualTo(200);
        numbers.enable(number, false);
        assertThat(status(path)).isEqualTo(404);
    }

    @Test
    void whatTheCustomerDeletedIsNotThereAnyMore() {
        String path = sends("photo", PHOTO);
        database.update("update message set revoked_at = ?", Timestamp.from(clock.instant()));
        assertThat(status(path)).isEqualTo(404);
        assertThat(status(path + "/thumbnail")).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/media/4711", "/media/999999999999999999", "/media/4711/thumbnail"})
    void whatDoesNotExistDoesNot(String path) {
        assertThat(status(path)).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/media/arriving", "/media/%2e%2e%2fparley.mv.db", "/media/9999999999999999999999", "/media/"})
    void thereAreNoOtherFiles(String path) {
        HttpResponse<byte[]> answer = browser.load("GET", path);
        // At most our own page, which says that there is nothing.
        assertThat(header(answer, "Content-Type")).startsWith("text/html");
        assertThat(header(answer, "Content-Disposition")).isEmpty();
    }

    @Test
    void whatIsGoneFromTheDiskIsFetchedAgain() throws IOException {
        String path = sends("photo", PHOTO);
        META.reset();
        Files.delete(onDisk(PHOTO));
        assertThat(status(path)).isEqualTo(404);
        awaitLast(AttachmentState.GONE, AttachmentState.WAITING);
        META.file("photo", PHOTO);
        media.tryAgain(carla, last(Objects.requireNonNull(conversation)).id());
        awaitLast(AttachmentState.KEPT);
        assertThat(browser.load("GET", path).body()).isEqualTo(PHOTO);
    }

    @Test
    void aDiskThatComesBackBringsItsFilesBack() throws IOException {
        String path = sends("photo", PHOTO);
        META.reset();
        Path away = onDisk(PHOTO).resolveSibling("away");
        Files.move(onDisk(PHOTO), away);
        assertThat(status(path)).isEqualTo(404);
        awaitLast(AttachmentState.GONE, AttachmentState.WAITING);
        Files.move(away, onDisk(PHOTO));
        media.tryAgain(carla, last(Objects.requireNonNull(conversation)).id());
        awaitLast(AttachmentState.KEPT);
        assertThat(browser.load("GET", path).body()).isEqualTo(PHOTO);
    }

    private void awaitLast(AttachmentState... states) {
        await().until(() -> List.of(states)
                .contains(Objects.requireNonNull(
                                last(Objects.requireNonNull(conversation)).attachment())
                        .state()));
    }

    private Path onDisk(byte[] content) {
        return store.file(FileServer.sha256(content));
    }

    @Test
    void whoIsNotLoggedInIsSentToTheLogin() {
        String path = sends("photo", PHOTO);
        try (Visitor stranger = new Visitor(port)) {
            HttpResponse<byte[]> answer = stranger.load("GET", path);
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(header(answer, "Location")).endsWith("/login");
        }
    }

    private String sends(String id, byte[] content) {
        return sends(id, content, null);
    }

    /** @return where the file is */
    private String sends(String id, byte[] content, @Nullable String name) {
        META.file(id, content);
        String fileName = name == null
                ? ""
                : ",\"filename\":" + JsonMapper.builder().build().writeValueAsString(name);
        ConversationId marta =
                given.says(number, MARTA, "document", "{\"id\":\"" + id + "\"" + fileName + "}", clock.instant());
        await().until(() -> Objects.requireNonNull(last(marta).attachment()).state() == AttachmentState.KEPT);
        conversation = marta;
        return "/media/" + last(marta).id().value();
    }

    private ChatMessage last(ConversationId conversation) {
        return inbox.open(carla, conversation, 9).messages().getLast();
    }

    private int status(String path) {
        return browser.load("GET", path).statusCode();
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
