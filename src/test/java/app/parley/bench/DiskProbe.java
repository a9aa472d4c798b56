package app.parley.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How long this disk takes to write half a kilobyte and sync it: what any promise to keep something costs at least. */
final class DiskProbe {

    private static final int TIMES = 200;

    private final List<Duration> times = new ArrayList<>();
    private final Path file;

    DiskProbe(Path directory) {
        file = directory.resolve("probe");
    }

    /** Adds a round of measurements; one before and one after the work judge the same disk in the same mood. */
    void run() throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            for (int i = 0; i < TIMES; i++) {
                long begin = System.nanoTime();
                channel.write(ByteBuffer.allocate(512));
                channel.force(true);
                times.add(Duration.ofNanos(System.nanoTime() - begin));
            }
        }
    }

    Distribution distribution() {
        return Distribution.of(times);
    }
}
