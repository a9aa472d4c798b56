/** Courtesy to customers: blue ticks when their message was seen, and "typing…" while an agent writes. */
@NullMarked
package app.parley.courtesy;

import org.jspecify.annotations.NullMarked;
