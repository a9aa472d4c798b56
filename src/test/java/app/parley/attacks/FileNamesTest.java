package app.parley.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.Given;
import app.parley.ServedFiles;
import app.parley.conversations.ConversationId;
import app.parley.numbers.NumberId;
import app.parley.privacy.Exports;
import app.parley.team.Role;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.json.JsonMapper;

/** Names of files that lead elsewhere, hide what they are, or break what they stand in. */
class FileNamesTest extends ServedFiles {

    private static final List<String> NAMES = Texts.read("file-names");
    private static final byte[] LETTER = "Dear Carla".getBytes(StandardCharsets.UTF_8);
    private static final Pattern OFFERED =
            Pattern.compile("attachment; filename=\"([^\"\\\\]*)\"; filename\\*=UTF-8''([A-Za-z0-9!#$&+.^_`|~%-]+)");
    private static final Pattern LEADS_ELSEWHERE = Pattern.compile(
            "[/\\\\:\\p{C}\\u2028\\u2029\\u2044\\u2215\\u2216\\u29F5\\u29F8\\uFF0F\\uFF3C]|^[.-]|[. ]$");
    private static final Pattern DEVICE = Pattern.compile(
            "(?i)(con|prn|aux|nul|conin\\$|conout\\$|clock\\$|(com|lpt)[0-9\u00B9\u00B2\u00B3])\\s*(\\..*)?");

    @Autowired
    Exports exports;

    @Value("${parley.data-dir}")
    Path data;

    ConversationId marta;

    FileNamesTest() {
        super(Role.ADMIN);
    }

    @BeforeEach
    void allAreReceived() {
        META.file("letter", LETTER);
        NumberId number = given.pausedNumber(Given.BAKERY);
        marta = given.writes(number, Given.MARTA, "Hello");
        for (String name : NAMES) {
            given.says(
                    number,
                    Given.MARTA,
                    "document",
                    "{\"id\":\"letter\",\"filename\":" + JsonMapper.shared().writeValueAsString(name) + "}",
                    clock.instant());
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> kept().size() == NAMES.size());
    }

    @Test
    void whatIsReceivedIsOfferedUnderAHarmlessNameAndLiesUnderItsDigest(@TempDir Path disk) throws IOException {
        for (long message : kept()) {
            HttpResponse<byte[]> answer = browser.load("GET", "/media/" + message + "?download");
            assertThat(answer.body()).isEqualTo(LETTER);
            assertThat(answer.headers().allValues("Content-Disposition")).hasSize(1);
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
            Matcher offered = OFFERED.matcher(
                    answer.headers().firstValue("Content-Disposition").orElseThrow());
            assertThat(offered.matches()).as(answer.headers().toString()).isTrue();
            assertThat(offered.group(1)).doesNotContain("/", "..");
            isHarmless(URLDecoder.decode(offered.group(2).replace("+", "%2B"), StandardCharsets.UTF_8), disk);
        }
        nothingLiesElsewhere();
        IO.println("File names received: " + NAMES.size() + ", 0 lead elsewhere");
    }

    @Test
    void whatIsUploadedIsNamedHarmlesslyAndLiesUnderItsDigest(@TempDir Path disk) throws IOException {
        String token = browser.token("/");
        int taken = 0;
        for (String name : NAMES) {
            HttpResponse<String> answer = browser.upload(
                    "/media/uploads?as=document&conversation=" + marta.value() + "&name="
                            + URLEncoder.encode(name, StandardCharsets.UTF_8),
                    LETTER,
                    "X-CSRF-TOKEN",
                    token);
            assertThat(answer.statusCode()).as(name).isIn(200, 422);
            if (answer.statusCode() == 200) {
                taken++;
                isHarmless(
                        JsonMapper.shared().readTree(answer.body()).path("name").asString(), disk);
            }
        }
        nothingLiesElsewhere();
        assertThat(taken).isGreaterThan(NAMES.size() / 2);
        IO.println("File names uploaded: " + NAMES.size() + ", " + taken + " taken, 0 lead elsewhere");
    }

    @Test
    void inACustomersCopyFilesAreNamedByUs() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        exports.write(exports.begin(carla, marta).orElseThrow(), out);
        List<String> parts = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                parts.add(part.getName());
            }
        }
        assertThat(parts)
                .hasSize(NAMES.size() + 2)
                .doesNotHaveDuplicates()
                .allSatisfy(part -> assertThat(part).matches("messages\\.(html|json)|files/\\d+\\.[a-z0-9]{1,5}"));
        IO.println("File names in a customer's copy: " + NAMES.size() + ", 0 of them used");
    }

    private List<Long> kept() {
        return database.query(
                "select message_id from attachment where state = 'KEPT' order by message_id",
                (row, _) -> row.getLong(1));
    }

    /** Nobody is misled by it, and a disk takes it as a file in the folder it is saved to. */
    private static void isHarmless(String name, Path disk) throws IOException {
        assertThat(name).isNotBlank();
        assertThat(LEADS_ELSEWHERE.matcher(name).find()).as(name).isFalse();
        assertThat(DEVICE.matcher(name).matches()).as(name).isFalse();
        assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(200);
        Path saved = disk.resolve(name);
        assertThat(saved.normalize().getParent()).isEqualTo(disk);
        Files.write(saved, LETTER);
        Files.delete(saved);
    }

    private void nothingLiesElsewhere() throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("media"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> data.relativize(file).toString()))
                    .isNotEmpty()
                    .allMatch(file -> file.matches("media/([0-9a-f]{2}/[0-9a-f]{64}(\\.thumb)?|arriving/.*)"));
        }
    }
}
