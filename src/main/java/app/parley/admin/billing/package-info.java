/** The billing page: what messages cost in a period, by what it was, down to the very messages. */
@NullMarked
package app.parley.admin.billing;

import org.jspecify.annotations.NullMarked;
