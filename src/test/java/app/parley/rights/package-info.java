/** Tries everything that can be asked for as everybody who may ask: what nobody has classified fails. */
@NullMarked
package app.parley.rights;

import org.jspecify.annotations.NullMarked;
