package app.parley.media;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.FileServer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AnnouncedDigestTest {

    private static final byte[] DIGEST = FileServer.digest("a photo".getBytes(StandardCharsets.UTF_8));
    private static final byte[] OTHER = FileServer.digest("another".getBytes(StandardCharsets.UTF_8));
    private static final String HEX = FileServer.sha256("a photo".getBytes(StandardCharsets.UTF_8));

    @Test
    void hexadecimalOrBase64() {
        assertThat(AnnouncedDigest.matches(HEX, DIGEST)).isTrue();
        assertThat(AnnouncedDigest.matches(HEX.toUpperCase(Locale.ROOT), DIGEST))
                .isTrue();
        assertThat(AnnouncedDigest.matches(Base64.getEncoder().encodeToString(DIGEST), DIGEST))
                .isTrue();
        assertThat(AnnouncedDigest.matches(
                        Base64.getUrlEncoder().withoutPadding().encodeToString(DIGEST), DIGEST))
                .isTrue();
        assertThat(AnnouncedDigest.matches(HEX, OTHER)).isFalse();
        assertThat(AnnouncedDigest.matches(Base64.getEncoder().encodeToString(DIGEST), OTHER))
                .isFalse();
    }

    @Test
    void whatIsNoDigestAnnouncesNothing() {
        assertThat(AnnouncedDigest.matches(null, DIGEST)).isTrue();
        assertThat(AnnouncedDigest.matches("", DIGEST)).isTrue();
        assertThat(AnnouncedDigest.matches("…", DIGEST)).isTrue();
        assertThat(AnnouncedDigest.matches("c2hvcnQ=", DIGEST)).isTrue();
    }
}
