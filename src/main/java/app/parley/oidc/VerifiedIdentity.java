package app.parley.oidc;

import org.jspecify.annotations.Nullable;

/**
 * Whom the identity provider has introduced to us, in a way that was checked.
 *
 * @param subject what the provider calls them for ever; nobody else of this issuer has it
 * @param email as the provider has it; null when it does not say
 * @param emailVerified whether it knows the email to be theirs
 * @param byTwoFactors whether they have proven there who they are in more than one way
 * @param idToken what was said, word for word: to take leave there, too
 */
public record VerifiedIdentity(
        String issuer,
        String subject,
        @Nullable String email,
        boolean emailVerified,
        boolean byTwoFactors,
        String idToken) {

    /** Never with the token, wherever this is printed. */
    @Override
    public String toString() {
        return "VerifiedIdentity";
    }
}
