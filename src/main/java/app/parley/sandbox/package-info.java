/** Sandbox: a stand-in for Meta's Cloud API and the customers' phones. */
@NullMarked
package app.parley.sandbox;

import org.jspecify.annotations.NullMarked;
