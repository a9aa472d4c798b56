/** The right column of the inbox: one open conversation. */
@NullMarked
package app.parley.inbox.chat;

import org.jspecify.annotations.NullMarked;
