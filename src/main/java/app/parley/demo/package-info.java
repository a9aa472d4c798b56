/** Demo data: fills the demo with a bakery's customers at its first start; nothing of it runs in production. */
@NullMarked
package app.parley.demo;

import org.jspecify.annotations.NullMarked;
