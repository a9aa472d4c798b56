/** Team: agents, their roles, and the numbers they may use. */
@NullMarked
package app.parley.team;

import org.jspecify.annotations.NullMarked;
