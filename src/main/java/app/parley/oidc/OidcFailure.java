package app.parley.oidc;

/** Why nobody could be brought in; each has its sentence in the message bundle, as {@code login.oidc.<NAME>}. */
public enum OidcFailure {
    /** The provider does not answer, or not in time. */
    AWAY,
    /** Who they are was not told: they declined, or the provider would not. */
    DECLINED,
    /** What was begun here is over: too long ago, used before, or begun in another browser. */
    STALE,
    /** What was told does not prove who they are. */
    UNTRUSTED,
    /** The settings here and there do not fit together. */
    MISFIT
}
