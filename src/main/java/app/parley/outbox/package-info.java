/** Outbox: what waits to be sent, and the worker that sends it once. */
@NullMarked
package app.parley.outbox;

import org.jspecify.annotations.NullMarked;
