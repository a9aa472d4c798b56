package app.parley.media;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;
import org.apache.tika.mime.MimeTypesFactory;
import org.springframework.stereotype.Component;

/** Tells what a file is from its first bytes alone: neither its name nor what was said of it counts. */
@Component
class Sniffer {

    /** Tika's names where browsers know others. */
    private static final Map<String, String> USUAL = Map.of(
            "audio/opus", "audio/ogg",
            "audio/vorbis", "audio/ogg",
            "audio/x-aac", "audio/aac",
            "audio/vnd.wave", "audio/wav",
            "video/x-m4v", "video/mp4");

    private static final Map<String, String> USUAL_ENDINGS =
            Map.of("audio/ogg", ".ogg", "audio/mp4", ".m4a", "audio/mpeg", ".mp3");

    /** Read when the first file comes: the list is long, and a start should not wait for it. */
    private static final class Known {

        private static final MimeTypes TYPES = read();

        private static MimeTypes read() {
            try {
                return MimeTypesFactory.create(
                        "tika-mimetypes.xml", "file-types.xml", MimeTypes.class.getClassLoader());
            } catch (IOException | MimeTypeException e) {
                throw new IllegalStateException("The list of file types cannot be read", e);
            }
        }
    }

    String typeOf(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            String type = Known.TYPES.detect(in, new Metadata()).getBaseType().toString();
            return USUAL.getOrDefault(type, type);
        }
    }

    /**
     * As {@link #typeOf(Path)}, made finer by its name where its bytes leave that open: a text that is called
     * {@code .csv}, an archive that is called {@code .docx}. No name makes it anything that browsers show.
     */
    String typeOf(Path file, String name) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            Metadata metadata = new Metadata();
            metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
            String finer = Known.TYPES.detect(in, metadata).getBaseType().toString();
            return InlineTypes.include(finer) ? typeOf(file) : finer;
        }
    }

    /** Whether an Ogg file holds Opus, which is all that WhatsApp takes of them. */
    boolean isOpus(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return Known.TYPES.detect(in, new Metadata()).toString().equals("audio/opus");
        }
    }

    /** The usual ending of such files' names, with its dot; {@code .bin} where there is none. */
    String endingOf(String type) {
        try {
            String ending =
                    USUAL_ENDINGS.getOrDefault(type, Known.TYPES.forName(type).getExtension());
            return ending.isEmpty() ? ".bin" : ending;
        } catch (MimeTypeException e) {
            return ".bin";
        }
    }
}
