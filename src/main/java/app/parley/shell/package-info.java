/** Application shell: layout, login, setup, errors and security; where every visit begins. */
@NullMarked
package app.parley.shell;

import org.jspecify.annotations.NullMarked;
