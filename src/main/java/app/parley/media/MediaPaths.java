package app.parley.media;

import java.nio.file.Path;

/**
 * Where files lie, each under the SHA-256 of its bytes: {@code media/ab/ab…}, its small picture beside it.
 *
 * @param dataDirectory {@code parley.data-dir}
 */
public record MediaPaths(Path dataDirectory) {

    private static final String SMALL = ".thumb";

    Path root() {
        return dataDirectory.resolve("media");
    }

    public Path file(String digest) {
        return root().resolve(digest.substring(0, 2)).resolve(digest);
    }

    public Path thumbnail(String digest) {
        return root().resolve(digest.substring(0, 2)).resolve(digest + SMALL);
    }
}
