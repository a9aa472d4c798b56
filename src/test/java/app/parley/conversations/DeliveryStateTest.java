package app.parley.conversations;

import static app.parley.conversations.DeliveryState.ACCEPTED;
import static app.parley.conversations.DeliveryState.DELIVERED;
import static app.parley.conversations.DeliveryState.FAILED;
import static app.parley.conversations.DeliveryState.PLAYED;
import static app.parley.conversations.DeliveryState.QUEUED;
import static app.parley.conversations.DeliveryState.READ;
import static app.parley.conversations.DeliveryState.SENT;
import static app.parley.conversations.DeliveryState.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveryStateTest {

    @Test
    void statesMoveForwardAndNeverBack() {
        List<DeliveryState> order = List.of(QUEUED, UNKNOWN, ACCEPTED, SENT, DELIVERED, READ, PLAYED);
        for (int from = 0; from < order.size(); from++) {
            for (int to = 0; to < order.size(); to++) {
                assertThat(order.get(from).mayBecome(order.get(to)))
                        .as("%s to %s", order.get(from), order.get(to))
                        .isEqualTo(to > from);
            }
        }
    }

    @Test
    void aFailureCountsOnlyWhileTheMessageHasNotArrived() {
        assertThat(List.of(QUEUED, ACCEPTED, UNKNOWN, SENT)).allMatch(state -> state.mayBecome(FAILED));
        assertThat(List.of(DELIVERED, READ, PLAYED, FAILED)).noneMatch(state -> state.mayBecome(FAILED));
    }

    @Test
    void whatArrivedAfterAllHasNotFailed() {
        assertThat(FAILED.mayBecome(DELIVERED)).isTrue();
        assertThat(FAILED.mayBecome(READ)).isTrue();
        assertThat(FAILED.mayBecome(SENT)).isFalse();
    }
}
