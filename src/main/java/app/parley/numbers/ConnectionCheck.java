package app.parley.numbers;

import app.parley.team.AgentId;
import app.parley.team.Team;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * Looks at every link between WhatsApp and us, for one account, and says of each what is wrong. Asks WhatsApp, so it
 * blocks; call it outside any transaction.
 */
@Service
public class ConnectionCheck {

    private final Team team;
    private final Accounts accounts;
    private final OutboundCheck out;
    private final InboundCheck in;

    ConnectionCheck(Team team, Accounts accounts, OutboundCheck out, InboundCheck in) {
        this.team = team;
        this.accounts = accounts;
        this.out = out;
        this.in = in;
    }

    /** At least one finding of each link, in the chain's order; empty when we do not know the account. */
    public List<CheckResult> check(AgentId admin, String wabaId) {
        team.requireAdmin(admin);
        return accounts.account(wabaId)
                .map(account -> {
                    OutboundCheck.Asked asked = out.ask(account);
                    List<CheckResult> all = new ArrayList<>(asked.found());
                    all.addAll(in.look(account, asked));
                    all.sort((one, other) ->
                            one.finding().link().compareTo(other.finding().link()));
                    return List.copyOf(all);
                })
                .orElse(List.of());
    }
}
