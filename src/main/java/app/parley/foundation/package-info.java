/** The foundations: the clock everybody reads, settings that hold, and commits that have reached the disk. */
@NullMarked
package app.parley.foundation;

import org.jspecify.annotations.NullMarked;
