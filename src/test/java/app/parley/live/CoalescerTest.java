package app.parley.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

class CoalescerTest {

    private final Deque<Runnable> now = new ArrayDeque<>();
    private final Deque<Runnable> pauses = new ArrayDeque<>();
    private int flushes;
    private Runnable during = () -> {};
    private final Coalescer coalescer = new Coalescer(now::add, pauses::add, () -> {
        flushes++;
        during.run();
    });

    @Test
    void theFirstRingFlushesAtOnce() {
        coalescer.request();
        assertThat(flushes).as("never on the thread that requests").isZero();
        now.remove().run();
        assertThat(flushes).isOne();
    }

    @Test
    void aHundredRingsWithinThePauseShareOneFlushAtItsEnd() {
        coalescer.request();
        now.remove().run();
        for (int i = 0; i < 100; i++) {
            coalescer.request();
        }
        assertThat(now).isEmpty();
        assertThat(flushes).isOne();

        pauses.remove().run();
        assertThat(flushes).isEqualTo(2);

        pauses.remove().run();
        assertThat(flushes).as("nothing rang meanwhile").isEqualTo(2);
        assertThat(pauses).isEmpty();
    }

    @Test
    void afterAQuietPauseTheNextRingFlushesAtOnceAgain() {
        coalescer.request();
        now.remove().run();
        pauses.remove().run();

        coalescer.request();
        now.remove().run();
        assertThat(flushes).isEqualTo(2);
    }

    @Test
    void aRingDuringAFlushIsNotLost() {
        during = coalescer::request;
        coalescer.request();
        now.remove().run();
        during = () -> {};
        assertThat(flushes).isOne();

        pauses.remove().run();
        assertThat(flushes).isEqualTo(2);
    }

    @Test
    void aFlushThatFailsDoesNotSilenceTheNext() {
        during = () -> {
            throw new IllegalStateException("down");
        };
        coalescer.request();
        assertThatThrownBy(() -> now.remove().run()).hasMessage("down");
        during = () -> {};
        pauses.remove().run();

        coalescer.request();
        now.remove().run();
        assertThat(flushes).isEqualTo(2);
    }
}
