/** Sends letters by the mail server of the settings, where there is one. */
@NullMarked
package app.parley.mail;

import org.jspecify.annotations.NullMarked;
