/** The safe: everything that lasts, in one file, and the way back from it. */
@NullMarked
package app.parley.backup;

import org.jspecify.annotations.NullMarked;
