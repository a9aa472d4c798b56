/** Administration: screens for those who run the installation. */
@NullMarked
package app.parley.admin;

import org.jspecify.annotations.NullMarked;
