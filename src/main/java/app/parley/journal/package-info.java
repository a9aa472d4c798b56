/** Webhook journal: keeps every webhook body before it is acknowledged, and processes it. */
@NullMarked
package app.parley.journal;

import org.jspecify.annotations.NullMarked;
