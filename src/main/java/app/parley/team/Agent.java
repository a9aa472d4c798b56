package app.parley.team;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Somebody who answers customers.
 *
 * @param allNumbers every number, else only those granted one by one
 * @param seesBilling what everything costs; it counts for those only who may use every number
 * @param rememberStamp stands in what browsers keep to stay logged in; another number, and they are forgotten
 */
@Table("agent")
public record Agent(
        @Id @Nullable AgentId id,
        String email,
        String name,
        String passwordHash,
        Role role,
        boolean allNumbers,
        boolean disabled,
        boolean seesBilling,
        int rememberStamp,
        ColorScheme colorScheme,
        Language language) {

    /** @throws NullPointerException before it is saved */
    public AgentId requireId() {
        return Objects.requireNonNull(id);
    }

    public boolean isAdmin() {
        return role == Role.ADMIN;
    }

    /** What everything costs names every number: whoever may not use all of them sees none of it. */
    public boolean maySeeBilling() {
        return seesBilling && allNumbers;
    }

    /** As the audit log names them, so that it stays clear whom it meant. */
    public String nameAndEmail() {
        return name + " (" + email + ")";
    }

    /** The name colleagues and bubbles use: the first word of the full name. */
    public String firstName() {
        int space = name.strip().indexOf(' ');
        return space < 0 ? name.strip() : name.strip().substring(0, space);
    }
}
