package app.parley.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that customers give their files. */
class FileNameTest {

    @ParameterizedTest
    @CsvSource({
        "Rechnung März.pdf, Rechnung März.pdf",
        "見積書.xlsx, 見積書.xlsx",
        "../../etc/passwd, passwd",
        "C:\\Windows\\evil.exe, evil.exe",
        "a<b>c:d\"e|f?g*h%i.txt, a_b_c_d_e_f_g_h_i.txt",
        ".htaccess, htaccess",
        "report.pdf. . ., report.pdf",
        "nul.txt, _nul.txt",
        "COM1, _COM1",
        "console.log, console.log"
    })
    void areMadeHarmless(String given, String saved) {
        assertThat(FileName.clean(given, "file.bin")).isEqualTo(saved);
    }

    @Test
    void loseWhatTurnsTheDirectionAndWhatIsNotSeen() {
        assertThat(FileName.clean("invoice\u202Efdp.exe", "x")).isEqualTo("invoicefdp.exe");
        assertThat(FileName.clean("a\r\nSet-Cookie: x\u0000\u2028\u200B\u2066.pdf", "x"))
                .isEqualTo("aSet-Cookie_ x.pdf");
        assertThat(FileName.clean("half \uD83D of a smile.pdf", "x")).isEqualTo("half  of a smile.pdf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "...", "/", "a/..", "\u202E", "\u0000"})
    void areNeverEmpty(String given) {
        assertThat(FileName.clean(given, "file.bin")).isEqualTo("file.bin");
    }

    @Test
    void areBoundedAndKeepTheirEnding() {
        String marks = "Z" + "\u0301".repeat(10_000) + ".pdf";
        assertThat(FileName.clean(marks, "x")).endsWith(".pdf").startsWith("Z");
        assertThat(FileName.clean(marks, "x").getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(180);
        assertThat(FileName.clean("😀".repeat(500), "x").getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(180);
        assertThat(FileName.clean("a." + "b".repeat(500), "x")).hasSize(180);
    }
}
