/** Speaks OpenID Connect with the company's identity provider, and knows none of our people. */
@NullMarked
package app.parley.oidc;

import org.jspecify.annotations.NullMarked;
