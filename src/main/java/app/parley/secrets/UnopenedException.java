package app.parley.secrets;

/** What is stored cannot be opened; says no more, so that nothing of it gets anywhere. */
public class UnopenedException extends RuntimeException {

    UnopenedException() {
        super("A stored secret cannot be opened");
    }
}
