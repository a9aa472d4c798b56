package app.parley.cloudapi;

/** A question to the Graph API was not answered; the message says why and holds no token. */
public class GraphException extends RuntimeException {

    GraphException(String message) {
        super(message);
    }
}
