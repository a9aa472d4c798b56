package app.parley.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A small run of {@link FaultMatrix}; the large one is {@code -Dbench=faults}. */
class FaultMatrixIT {

    @Test
    void whateverGoesWrongEachMessageIsSentOnceOrHonestlyUnknown() throws Exception {
        assertThat(new FaultMatrix(400, 20, 2, Duration.ofMinutes(3)).run()).isEmpty();
    }
}
