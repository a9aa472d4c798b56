/** The foundations: the clock everybody reads, settings that hold, commits that have reached the disk, and who of several processes works. */
@NullMarked
package app.parley.foundation;

import org.jspecify.annotations.NullMarked;
