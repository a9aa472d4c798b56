/** What the sandbox owes its players, compared with answers written by hand from the contract. */
@NullMarked
package app.parley.sandbox;

import org.jspecify.annotations.NullMarked;
