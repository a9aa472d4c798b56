/** Catalogues of what people send to harm others, tried at every place that takes it; each prints its figure. */
@NullMarked
package app.parley.attacks;

import org.jspecify.annotations.NullMarked;
