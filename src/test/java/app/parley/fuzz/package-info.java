/** Bodies nobody would send on purpose: what comes of them is always an answer, a kept body and a final state. */
@NullMarked
package app.parley.fuzz;

import org.jspecify.annotations.NullMarked;
