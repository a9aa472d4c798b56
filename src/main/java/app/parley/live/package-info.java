/** Live updates: tells the browsers that show something that it changed. */
@NullMarked
package app.parley.live;

import org.jspecify.annotations.NullMarked;
