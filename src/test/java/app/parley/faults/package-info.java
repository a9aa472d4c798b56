/** The application and the sandbox as processes of their own: what reaches the wire when everything goes wrong. */
@NullMarked
package app.parley.faults;

import org.jspecify.annotations.NullMarked;
