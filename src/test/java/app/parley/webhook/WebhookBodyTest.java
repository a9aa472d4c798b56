package app.parley.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WebhookBodyTest {

    private long now;

    private final WebhookBody body = new WebhookBody(() -> now);

    /** One byte after each pause, without end. */
    private InputStream trickling(Duration pause, int bytes) {
        return new InputStream() {
            private int sent;

            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                now += pause.toNanos();
                return sent++ < bytes ? 1 : -1;
            }
        };
    }

    @Test
    void aSenderWhoTricklesIsCutOffAfterHalfAMinute() {
        assertThatThrownBy(() -> body.read(trickling(Duration.ofSeconds(1), 1000)))
                .isInstanceOf(WebhookBody.TooSlowException.class);
        assertThat(Duration.ofNanos(now)).isEqualTo(Duration.ofSeconds(31));
    }

    @Test
    void aSlowSenderWhoEndsInTimeIsHeard() throws IOException {
        assertThat(body.read(trickling(Duration.ofSeconds(1), 29))).hasSize(29);
    }

    @Test
    void threeMegabytesAreReadAndOneByteMoreIsNot() throws IOException {
        assertThat(body.read(new ByteArrayInputStream(new byte[WebhookBody.LARGEST])))
                .hasSize(WebhookBody.LARGEST);
        assertThatThrownBy(() -> body.read(new ByteArrayInputStream(new byte[WebhookBody.LARGEST + 1])))
                .isInstanceOf(WebhookBody.TooLargeException.class);
    }
}
