package app.parley.oidc;

/** The identity provider could not tell us who somebody is. */
public final class OidcException extends Exception {

    private final OidcFailure trouble;

    OidcException(OidcFailure trouble, String what) {
        super(what);
        this.trouble = trouble;
    }

    OidcException(OidcFailure trouble, Throwable cause) {
        super(cause);
        this.trouble = trouble;
    }

    public OidcFailure trouble() {
        return trouble;
    }
}
