/** Data protection: erasure, and the copy for the customer: what is known of one person goes out readable, or goes for good. */
@NullMarked
package app.parley.privacy;

import org.jspecify.annotations.NullMarked;
