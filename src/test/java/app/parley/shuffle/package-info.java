/** The same webhooks in order and in any order: what stands at the end must be the same. */
@NullMarked
package app.parley.shuffle;

import org.jspecify.annotations.NullMarked;
