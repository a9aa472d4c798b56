package app.parley.team;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whom an identity provider has introduced is nobody who may come in. */
public final class IdentityRefusedException extends Exception {

    private final IdentityRefusal strangeness;
    private final transient @Nullable Agent meant;

    IdentityRefusedException(IdentityRefusal strangeness, @Nullable Agent meant) {
        super(strangeness.name());
        this.strangeness = strangeness;
        this.meant = meant;
    }

    public IdentityRefusal strangeness() {
        return strangeness;
    }

    /** Whom it would have been, where that is somebody of ours. */
    public Optional<Agent> meant() {
        return Optional.ofNullable(meant);
    }
}
