package app.parley.numbers;

import static app.parley.SandboxProcess.ACCOUNT;
import static app.parley.SandboxProcess.SECRET;
import static app.parley.SandboxProcess.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import app.parley.Given;
import app.parley.ParleyTest;
import app.parley.SandboxProcess;
import app.parley.team.AgentId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What the check says before anything has ever come in. */
@ParleyTest
@DirtiesContext
class FirstContactTest {

    private static final SandboxProcess WHATSAPP = new SandboxProcess();

    @Autowired
    Given given;

    @Autowired
    AccountManagement keeping;

    @Autowired
    ConnectionCheck check;

    @Autowired
    Accounts accounts;

    @DynamicPropertySource
    static void whatsApp(DynamicPropertyRegistry settings) {
        settings.add("parley.whatsapp.graph-url", WHATSAPP::graphUrl);
    }

    @AfterAll
    static void close() {
        WHATSAPP.close();
    }

    @Test
    void theFirstTokenIsWaitedForThenAWrongOneIsToldThenTheRightOne() {
        AgentId carla = given.admin("Carla");
        String verifyToken = keeping.add(carla, ACCOUNT, TOKEN, SECRET).verifyToken();
        assertThat(findings(carla)).contains(Finding.HANDSHAKE_NEVER, Finding.WEBHOOK_NEVER, Finding.SECRET_CONFIRMED);
        accounts.isVerifyToken("mistyped");
        assertThat(findings(carla)).contains(Finding.HANDSHAKE_REFUSED);
        accounts.isVerifyToken(verifyToken);
        assertThat(findings(carla)).contains(Finding.HANDSHAKE_SEEN);
    }

    private List<Finding> findings(AgentId carla) {
        return check.check(carla, ACCOUNT).stream().map(CheckResult::finding).toList();
    }
}
