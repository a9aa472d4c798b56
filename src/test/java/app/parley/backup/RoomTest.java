package app.parley.backup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A backup leaves the disk what Parley needs to go on. */
class RoomTest {

    private static final long GIGABYTE = 1L << 30;

    @Test
    void aGigabyteStaysOnALargeDisk() {
        Room room = new Room(10 * GIGABYTE, 1000 * GIGABYTE);
        assertThat(room.takes(9 * GIGABYTE)).isTrue();
        assertThat(room.takes(9 * GIGABYTE + 1)).isFalse();
    }

    @Test
    void aTwentiethStaysOnASmallOne() {
        Room room = new Room(2 * GIGABYTE, 4 * GIGABYTE);
        assertThat(room.takes(2 * GIGABYTE - 4 * GIGABYTE / 20)).isTrue();
        assertThat(room.takes(2 * GIGABYTE)).isFalse();
    }
}
