package app.parley.shell;

import app.parley.audit.AuditAction;
import app.parley.audit.AuditLog;
import app.parley.team.Agent;
import app.parley.team.AgentId;
import app.parley.team.SignedIn;
import app.parley.team.Team;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.RememberMeAuthenticationToken;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down who came in, who left, and who was turned away. Of a stranger not even what they typed: it may be a password. */
@Component
class LoginAudit {

    private static final String OPENID_CONNECT = "OpenID Connect";

    private final AuditLog audit;
    private final Team team;

    LoginAudit(AuditLog audit, Team team) {
        this.audit = audit;
        this.team = team;
    }

    @EventListener
    @Transactional
    public void on(AuthenticationSuccessEvent in) {
        Authentication who = in.getAuthentication();
        if (who.getPrincipal() instanceof SignedIn agent) {
            audit.record(AuditAction.SIGNED_IN, agent.agentId().value(), null, way(who));
        }
    }

    private static @Nullable String way(Authentication who) {
        return switch (who) {
            case RememberMeAuthenticationToken _ -> "remember-me";
            case OidcAuthentication _ -> OPENID_CONNECT;
            default -> null;
        };
    }

    @EventListener
    @Transactional
    public void on(LogoutSuccessEvent out) {
        if (out.getAuthentication().getPrincipal() instanceof SignedIn agent) {
            audit.record(AuditAction.SIGNED_OUT, agent.agentId().value(), null, null);
        }
    }

    @EventListener
    @Transactional
    public void on(AbstractAuthenticationFailureEvent refused) {
        audit.record(
                AuditAction.SIGN_IN_REFUSED,
                null,
                ofOurs(refused.getAuthentication().getName()),
                null);
    }

    /** @param meant whom it would have been, where that is somebody of ours */
    @Transactional
    public void notIntroduced(String why, @Nullable Agent meant) {
        audit.record(
                AuditAction.SIGN_IN_REFUSED,
                null,
                meant == null ? null : meant.nameAndEmail(),
                OPENID_CONNECT + ": " + why);
    }

    @Transactional
    public void throttled(String email) {
        audit.record(AuditAction.SIGN_IN_THROTTLED, null, ofOurs(email), null);
    }

    /** Their password was right, or their provider's word, and their code is still owed. */
    @Transactional
    public void codeRequired(AgentId agent) {
        audit.record(
                AuditAction.SIGN_IN_BEGUN,
                null,
                team.byId(agent).map(Agent::nameAndEmail).orElse(null),
                null);
    }

    /** Somebody who is logged in as them did not know the password, or had no right code. */
    @Transactional
    public void proofRefused(AgentId agent) {
        audit.record(AuditAction.PROOF_REFUSED, agent.value(), null, null);
    }

    private @Nullable String ofOurs(String email) {
        return team.byEmail(email).map(Agent::nameAndEmail).orElse(null);
    }
}
