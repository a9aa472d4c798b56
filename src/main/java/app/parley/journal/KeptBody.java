package app.parley.journal;

/** The bytes as they came; identity is not their equality. */
final class KeptBody {

    private final byte[] bytes;

    KeptBody(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }
}
