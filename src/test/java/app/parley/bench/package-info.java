/** Measurements of the packaged application, each with a command: src/docs/measurements.md. */
@NullMarked
package app.parley.bench;

import org.jspecify.annotations.NullMarked;
