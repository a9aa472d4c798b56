package app.parley.oidc;

/** The identity provider could not tell us who somebody is. */
public final class OidcException extends Exception {

    private final OidcFailure trouble;

    /** Whatever the trouble is called: a browser can bring any word it likes. */
    private final boolean broughtByBrowser;

    OidcException(OidcFailure trouble, String what) {
        this(trouble, what, false);
    }

    private OidcException(OidcFailure trouble, String what, boolean broughtByBrowser) {
        super(what);
        this.trouble = trouble;
        this.broughtByBrowser = broughtByBrowser;
    }

    OidcException(OidcFailure trouble, Throwable cause) {
        super(cause);
        this.trouble = trouble;
        this.broughtByBrowser = false;
    }

    static OidcException broughtByBrowser(OidcFailure trouble, String what) {
        return new OidcException(trouble, what, true);
    }

    public OidcFailure trouble() {
        return trouble;
    }

    /** Whether our own request to the provider came to nothing: no fault of who wants to come in. */
    public boolean isOurs() {
        return !broughtByBrowser && (trouble == OidcFailure.AWAY || trouble == OidcFailure.MISFIT);
    }
}
