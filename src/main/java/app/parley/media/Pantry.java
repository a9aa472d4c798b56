package app.parley.media;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Opens the larder to whoever takes files on to WhatsApp, or into a backup. */
@Component
public class Pantry {

    private static final String DIGESTS =
            "select digest from attachment where digest is not null union select digest from upload";

    private final Larder larder;

    Pantry(Larder larder) {
        this.larder = larder;
    }

    /** Where a kept file lies, to be read only; empty when it is gone. */
    public Optional<Path> file(String digest) {
        return Optional.of(larder.file(digest)).filter(Files::isRegularFile);
    }

    /** Where its small picture lies; empty when it has none. */
    public Optional<Path> thumbnail(String digest) {
        return Optional.of(larder.thumbnail(digest)).filter(Files::isRegularFile);
    }

    /** What everything that this connection sees refers to. */
    public List<String> digests(Connection connection) throws SQLException {
        List<String> digests = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(DIGESTS);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                digests.add(row.getString(1));
            }
        }
        return digests;
    }

    /** From now on no file goes that is here, until what this returns has been run. */
    public Runnable hold() {
        larder.holdAll();
        return larder::releaseAll;
    }
}
