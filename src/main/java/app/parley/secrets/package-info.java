/** Encryption at rest: what nobody who reads the database may learn; the key is kept outside. */
@NullMarked
package app.parley.secrets;

import org.jspecify.annotations.NullMarked;
