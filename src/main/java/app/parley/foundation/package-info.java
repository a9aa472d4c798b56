/** The foundations: the clock everybody reads, and commits that have reached the disk. */
@NullMarked
package app.parley.foundation;

import org.jspecify.annotations.NullMarked;
