/** WhatsApp accounts and their phone numbers. */
@NullMarked
package app.parley.numbers;

import org.jspecify.annotations.NullMarked;
