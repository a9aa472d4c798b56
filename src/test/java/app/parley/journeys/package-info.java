/** What people do with the inbox, in real browsers: what a test asserts is what a person sees. */
@NullMarked
package app.parley.journeys;

import org.jspecify.annotations.NullMarked;
