package app.parley.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    /** The secret of the RFC's own examples. */
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B, those of SHA-1. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void theCodesAreThoseOfTheStandard(long second, String code) {
        assertThat(Totp.code(SECRET, second / 30, 8)).isEqualTo(code);
        assertThat(Totp.at(SECRET, Instant.ofEpochSecond(second))).isEqualTo(code.substring(2));
    }

    @Test
    void aCodeIsGoodForItsHalfMinuteAndTheOneBeforeAndAfter() {
        Instant now = Instant.ofEpochSecond(1_800_000_015);
        String code = Totp.at(SECRET, now);
        assertThat(Totp.stepOf(SECRET, code, now)).hasValue(60_000_000);
        assertThat(Totp.stepOf(SECRET, code, now.plusSeconds(30))).hasValue(60_000_000);
        assertThat(Totp.stepOf(SECRET, code, now.minusSeconds(30))).hasValue(60_000_000);
        assertThat(Totp.stepOf(SECRET, code, now.plusSeconds(60))).isEmpty();
        assertThat(Totp.stepOf(SECRET, code, now.minusSeconds(60))).isEmpty();
        assertThat(Totp.stepOf(SECRET, "", now)).isEmpty();
        assertThat(Totp.stepOf(SECRET, code + "0", now)).isEmpty();
    }

    @Test
    void aSecretIsWrittenAsAppsReadIt() {
        // RFC 4648, section 10, without the padding.
        assertThat(Base32.of("foobar".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTBOI");
        assertThat(Base32.of("fooba".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTB");
        assertThat(Base32.of("f".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MY");
        assertThat(Base32.of(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }
}
