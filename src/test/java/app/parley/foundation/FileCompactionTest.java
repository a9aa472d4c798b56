package app.parley.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.FreePlace;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A file of 20 MB and more. A step is what the upkeep does twice a second. */
class FileCompactionTest {

    private static final int ROWS = 20_000;
    private static final int MANY_STEPS = 40;

    private final Path path = FreePlace.freshDirectory().resolve("data.mv.db");
    private final MVStore store = new MVStore.Builder()
            .fileName(path.toString())
            .autoCommitDisabled()
            .cacheSize(1)
            .open();
    private final MVMap<Integer, String> map = store.openMap("rows");
    private final FileSync sync = new FileSync(store, new WriteGate());
    private final FileCompaction compaction = new FileCompaction(store, sync);

    @BeforeEach
    void aFileWithNothingTooYoung() {
        store.setRetentionTime(0);
        store.setVersionsToKeep(0);
        write();
    }

    @AfterEach
    void close() {
        sync.letGo();
        store.close();
    }

    @Test
    void aFileThatNobodyAsksForBecomesSmaller() {
        delete(50);
        long size = file().size();
        assertThat(steps(false, () -> file().size() < size * 3 / 4)).isTrue();
    }

    @Test
    void aFileThatSomebodyReadsIsLeftAloneUntilTheyHaveDone() {
        delete(50);
        long written = file().getWriteCount();
        assertThat(steps(false, () -> {
                    readAll();
                    return file().getWriteCount() > written;
                }))
                .as("written while it is read")
                .isFalse();
        assertThat(steps(false, () -> file().getWriteCount() > written))
                .as("written afterwards")
                .isTrue();
    }

    @Test
    void aFileThatManyWriteIsLeftAloneUnlessMostOfItIsOld() {
        delete(50);
        long written = file().getWriteCount();
        assertThat(steps(true, () -> file().getWriteCount() > written))
                .as("written with half of it old")
                .isFalse();
        delete(95);
        int filled = file().getChunksFillRate();
        assertThat(steps(true, () -> file().getChunksFillRate() > filled))
                .as("filled better than %d per cent", filled)
                .isTrue();
    }

    /** @return whether it became true */
    private boolean steps(boolean busy, Supplier<Boolean> until) {
        for (int step = 0; step < MANY_STEPS; step++) {
            compaction.step(busy);
            if (until.get()) {
                return true;
            }
        }
        return false;
    }

    private void write() {
        for (int row = 0; row < ROWS; row++) {
            map.put(row, "%06d".formatted(row).repeat(170));
        }
        store.commit();
    }

    /** Neighbours together, since they share a page. */
    private void delete(int percent) {
        for (int row = 0; row < ROWS; row++) {
            if (row % 500 < percent * 5) {
                map.remove(row);
            }
        }
        store.commit();
    }

    private void readAll() {
        assertThat(map.values().stream().mapToLong(String::length).sum()).isPositive();
    }

    private FileStore<?> file() {
        return store.getFileStore();
    }
}
