package app.parley.backup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A backup leaves the disk what Parley needs to go on. */
class DiskSpaceTest {

    private static final long GIGABYTE = 1L << 30;

    @Test
    void aGigabyteStaysOnALargeDisk() {
        DiskSpace space = new DiskSpace(10 * GIGABYTE, 1000 * GIGABYTE);
        assertThat(space.takes(9 * GIGABYTE)).isTrue();
        assertThat(space.takes(9 * GIGABYTE + 1)).isFalse();
    }

    @Test
    void aTwentiethStaysOnASmallOne() {
        DiskSpace space = new DiskSpace(2 * GIGABYTE, 4 * GIGABYTE);
        assertThat(space.takes(2 * GIGABYTE - 4 * GIGABYTE / 20)).isTrue();
        assertThat(space.takes(2 * GIGABYTE)).isFalse();
    }
}
