package app.parley.cloudapi;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A question to the Graph API was not answered; the message says why and holds no token. */
public class GraphException extends RuntimeException {

    private final transient @Nullable GraphError error;

    GraphException(String message) {
        this(message, null);
    }

    GraphException(String message, @Nullable GraphError error) {
        super(message);
        this.error = error;
    }

    /** What Meta says is wrong; empty when it was not Meta who answered, or nobody did. */
    public Optional<GraphError> error() {
        return Optional.ofNullable(error);
    }
}
