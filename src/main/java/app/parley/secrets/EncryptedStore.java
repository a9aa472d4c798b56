package app.parley.secrets;

import java.util.Map;

/** Where a package keeps encrypted values. At every start all of them are opened, so that a wrong key is noticed at once. */
public interface EncryptedStore {

    /** All of them, by their places; called within a transaction. */
    Map<String, String> encrypted();

    /** The same secret, encrypted with another key; within the same transaction. */
    void reencrypt(String place, String encrypted);

    /** Its key is lost, and so is the secret: what depended on it is to be set up again. Within the same transaction. */
    void forget(String place);
}
