/** The strongbox: seals what nobody who reads the database may learn; its key is kept outside. */
@NullMarked
package app.parley.secrets;

import org.jspecify.annotations.NullMarked;
