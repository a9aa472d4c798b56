package app.parley.team;

/** A change of the team that the rules do not allow. */
public class TeamRefusedException extends RuntimeException {

    private final TeamRefusal refusal;

    public TeamRefusedException(TeamRefusal refusal) {
        super(refusal.name());
        this.refusal = refusal;
    }

    public TeamRefusal refusal() {
        return refusal;
    }
}
