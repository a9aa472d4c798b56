package app.parley.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ResourceLoader;

/** The files that customers and the business send. */
@SandboxComponent
final class SandboxMediaStore {

    private final Map<String, StoredMedia> files = new ConcurrentHashMap<>();
    private final ResourceLoader resources;

    SandboxMediaStore(ResourceLoader resources) {
        this.resources = resources;
    }

    StoredMedia keep(StoredMedia media) {
        files.put(media.id(), media);
        return media;
    }

    /** One of the files that come with the sandbox, under a fresh id, as a phone would upload it. */
    StoredMedia sample(String filename, String mimeType) {
        return keep(new StoredMedia(MetaIds.media(), filename, mimeType, load("classpath:demo/" + filename)));
    }

    byte[] load(String location) {
        try {
            return resources.getResource(location).getContentAsByteArray();
        } catch (IOException missing) {
            throw new UncheckedIOException("The sandbox's file is missing: " + location, missing);
        }
    }

    Optional<StoredMedia> find(String id) {
        return Optional.ofNullable(files.get(id));
    }

    boolean delete(String id) {
        return files.remove(id) != null;
    }
}
