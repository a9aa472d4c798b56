package app.parley.team;

import org.jspecify.annotations.Nullable;

/**
 * Whom an identity provider says somebody is.
 *
 * @param subject what the provider calls them for ever; nobody else of this issuer has it
 * @param email null when the provider does not say
 * @param emailVerified whether it knows the email to be theirs
 */
public record ExternalIdentity(
        String issuer, String subject, @Nullable String email, boolean emailVerified) {}
