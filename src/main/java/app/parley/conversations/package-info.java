/** Domain model: conversations, messages, sessions and customers, and the rules they live by. */
@NullMarked
package app.parley.conversations;

import org.jspecify.annotations.NullMarked;
