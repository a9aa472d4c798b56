/** Audit log: who did what, when, and from where. It is written here; admins read it through the team's door. */
@NullMarked
package app.parley.audit;

import org.jspecify.annotations.NullMarked;
