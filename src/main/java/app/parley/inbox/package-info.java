/** Inbox: its screens, in small components. */
@NullMarked
package app.parley.inbox;

import org.jspecify.annotations.NullMarked;
