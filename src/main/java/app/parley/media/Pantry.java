package app.parley.media;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Opens the larder to whoever takes files on to WhatsApp. */
@Component
public class Pantry {

    private final Larder larder;

    Pantry(Larder larder) {
        this.larder = larder;
    }

    /** Where a kept file lies, to be read only; empty when it is gone. */
    public Optional<Path> file(String digest) {
        return Optional.of(larder.file(digest)).filter(Files::isRegularFile);
    }
}
