/** Backup and restore: everything that lasts, in one file, and back from it. */
@NullMarked
package app.parley.backup;

import org.jspecify.annotations.NullMarked;
