package app.parley.team;

/** Why whom an identity provider has introduced does not come in; each has its sentence in the message bundle. */
public enum IdentityRefusal {
    /** The provider does not say that the email is theirs, and by that alone we could know them. */
    UNVERIFIED,
    /** Nobody here has that email, or whoever has it is disabled. */
    UNKNOWN,
    /** Whoever has that email here is another one to the provider. */
    SOMEBODY_ELSE
}
