package app.parley.oidc;

/** The identity provider could not tell us who somebody is. */
public final class OidcException extends Exception {

    private final OidcTrouble trouble;

    OidcException(OidcTrouble trouble, String what) {
        super(what);
        this.trouble = trouble;
    }

    OidcException(OidcTrouble trouble, Throwable cause) {
        super(cause);
        this.trouble = trouble;
    }

    public OidcTrouble trouble() {
        return trouble;
    }
}
