/** Read receipts and typing indicators for customers: blue ticks when their message was seen, and "typing…" while an agent writes. */
@NullMarked
package app.parley.receipts;

import org.jspecify.annotations.NullMarked;
