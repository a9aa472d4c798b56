package app.parley.shell;

import app.parley.team.Agent;
import app.parley.team.ExternalIdentities;
import app.parley.team.ExternalIdentity;
import app.parley.team.IdentityRefusedException;

/** Who of ours is introduced; at first without a trace, and for good once they have given every proof that is wanted. */
final class OidcIntroductions {

    private final ExternalIdentities identities;
    private final LoginAudit audit;

    OidcIntroductions(ExternalIdentities identities, LoginAudit audit) {
        this.identities = identities;
        this.audit = audit;
    }

    Agent recognised(ExternalIdentity who) {
        try {
            return identities.recognise(who);
        } catch (IdentityRefusedException e) {
            throw refused(e);
        }
    }

    void comesIn(ExternalIdentity who, Agent asWhom) {
        try {
            identities.comesIn(who, asWhom);
        } catch (IdentityRefusedException e) {
            throw refused(e);
        }
    }

    private OidcLoginException refused(IdentityRefusedException why) {
        audit.notIntroduced(why.strangeness().name(), why.meant().orElse(null));
        return new OidcLoginException(why.strangeness());
    }
}
