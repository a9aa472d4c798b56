package app.parley.media;

import app.parley.foundation.Trouble;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Looks at a kept file: how large it is when shown, and makes its small picture. A file it cannot read stays kept. */
@Component
class PictureInspector implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(PictureInspector.class);

    private final MediaStore mediaStore;

    /** Seconds. A picture that takes longer was made to. */
    private static final int PATIENCE = 60;

    /** Decoding takes memory and time: one at a time, and not on the threads that everything else runs on. */
    private volatile ExecutorService decoder = decoder();

    PictureInspector(MediaStore mediaStore) {
        this.mediaStore = mediaStore;
    }

    PictureInfo at(String digest, String type) throws InterruptedException {
        Path file = mediaStore.file(digest);
        if (type.startsWith("video/")) {
            return new PictureInfo(dimensionsOfVideo(file), false);
        }
        if (!type.startsWith("image/")) {
            return PictureInfo.NONE;
        }
        Future<PictureInfo> look = decoder.submit(() -> picture(digest, file, type));
        try {
            return look.get(PATIENCE, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            log.warn("A picture kept its decoder busy for {} seconds and goes without a thumbnail", PATIENCE);
            decoder.shutdownNow();
            decoder = decoder();
            return PictureInfo.NONE;
        } catch (ExecutionException e) {
            log.info("A picture could not be read: {}", Trouble.in(e));
            return PictureInfo.NONE;
        }
    }

    private static ExecutorService decoder() {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("thumbnails").daemon().factory());
    }

    private static @Nullable Dimensions dimensionsOfVideo(Path file) {
        try {
            return Mp4Header.dimensions(file);
        } catch (IOException | RuntimeException e) {
            log.info("A video's size could not be read: {}", Trouble.in(e));
            return null;
        }
    }

    private PictureInfo picture(String digest, Path file, String type) throws IOException {
        try (Picture picture = Picture.open(file, type)) {
            return picture == null
                    ? PictureInfo.NONE
                    : new PictureInfo(picture.dimensions(), hasThumbnail(digest, picture));
        }
    }

    private boolean hasThumbnail(String digest, Picture picture) {
        try {
            if (picture.isModest()) {
                mediaStore.keepThumbnail(digest, picture.thumbnail());
                return true;
            }
        } catch (IOException | RuntimeException | OutOfMemoryError | LinkageError e) {
            log.info("A small picture could not be made: {}", Trouble.in(e));
        }
        return false;
    }

    @Override
    public void destroy() {
        decoder.shutdownNow();
    }
}
