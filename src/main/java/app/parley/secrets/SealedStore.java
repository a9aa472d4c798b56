package app.parley.secrets;

import java.util.Map;

/** Where a room keeps sealed values. At every start all of them are opened, so that a wrong key is noticed at once. */
public interface SealedStore {

    /** All of them, by their places; called within a transaction. */
    Map<String, String> sealed();

    /** The same secret, sealed with another key; within the same transaction. */
    void reseal(String place, String sealed);

    /** Its key is lost, and so is the secret: what depended on it is to be set up again. Within the same transaction. */
    void forget(String place);
}
