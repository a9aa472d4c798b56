/** Media storage: fetches the files that come with messages, keeps them outside the database, and serves them safely. */
@NullMarked
package app.parley.media;

import org.jspecify.annotations.NullMarked;
