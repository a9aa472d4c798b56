/** Parley, a self-hosted shared inbox for WhatsApp Business. */
@NullMarked
package app.parley;

import org.jspecify.annotations.NullMarked;
