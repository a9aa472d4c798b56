/** Webhook endpoint: checks a webhook's signature and hands the body to the journal. */
@NullMarked
package app.parley.webhook;

import org.jspecify.annotations.NullMarked;
