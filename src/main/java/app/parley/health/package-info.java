/** Health monitoring: how the installation does, what of it is alarming, and the same in figures for a monitor. */
@NullMarked
package app.parley.health;

import org.jspecify.annotations.NullMarked;
