package app.parley.numbers;

import static app.parley.SandboxProcess.ACCOUNT;
import static app.parley.SandboxProcess.SECRET;
import static app.parley.SandboxProcess.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import app.parley.Given;
import app.parley.MutableClock;
import app.parley.ParleyTest;
import app.parley.SandboxProcess;
import app.parley.SignedWebhook;
import app.parley.numbers.Finding.Link;
import app.parley.numbers.Finding.State;
import app.parley.team.AgentId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Each link between WhatsApp and us is broken in turn, and the check names it. */
@ParleyTest
@DirtiesContext
class ConnectionCheckTest {

    private static final SandboxProcess WHATSAPP = new SandboxProcess();

    @Autowired
    Given given;

    @Autowired
    AccountManagement keeping;

    @Autowired
    AccountRefresh watch;

    @Autowired
    Accounts accounts;

    @Autowired
    ConnectionCheck check;

    @Autowired
    MutableClock clock;

    @Autowired
    MessageSource texts;

    AgentId carla;
    String verifyToken;

    @DynamicPropertySource
    static void whatsApp(DynamicPropertyRegistry settings) {
        settings.add("parley.whatsapp.graph-url", WHATSAPP::graphUrl);
    }

    @AfterAll
    static void close() {
        WHATSAPP.close();
    }

    @BeforeEach
    void anAccountIsConnected() {
        clock.set(Instant.now());
        WHATSAPP.play("account", "{}");
        carla = given.admin("Carla");
        watch.refresh();
        verifyToken = keeping.add(carla, ACCOUNT, TOKEN, SECRET).verifyToken();
    }

    @Test
    void whenAllIsWellEveryLinkIsInOrder() {
        accounts.isVerifyToken(verifyToken);
        webhook(SECRET);
        List<CheckResult> found = check.check(carla, ACCOUNT);
        assertThat(found)
                .allSatisfy(one -> assertThat(one.finding().state())
                        .as(one.finding().name())
                        .isEqualTo(State.OK));
        assertThat(found.stream().map(one -> one.finding().link()).collect(Collectors.toSet()))
                .isEqualTo(Set.of(Link.values()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"token":"expired"}                                   | TOKEN_EXPIRED
            {"token":"revoked"}                                   | TOKEN_REFUSED
            {"token":"expired"}                                   | ACCOUNT_NOT_ASKED
            {"scopes":["whatsapp_business_management"]}           | PERMISSION_MISSING
            {"debuggable":false}                                  | PERMISSIONS_UNTOLD
            {"debuggable":false}                                  | TOKEN_WORKS
            {"hidden":true}                                       | ACCOUNT_HIDDEN
            {"hidden":true}                                       | NUMBERS_NOT_ASKED
            {"subscribed":false}                                  | NOT_SUBSCRIBED
            {"subscribed":false,"other_app":true}                 | OTHER_APP_SUBSCRIBED
            {"clock_seconds":-600}                                | CLOCK_WRONG
            {"clock_seconds":600}                                 | CLOCK_WRONG
            {"numbers":{"106540352242922":{"status":"BANNED"}}}   | NUMBER_TROUBLED
            {"numbers":{"106540352242922":{"platform_type":"NOT_APPLICABLE"}}} | NUMBER_UNREGISTERED
            {"numbers":{"106540352242922":{"health_status":{"can_send_message":"BLOCKED"}}}} | NUMBER_CANNOT_SEND
            """)
    void aBrokenLinkIsNamed(String fault, Finding finding) {
        WHATSAPP.play("account", fault);
        assertThat(findings()).contains(finding);
    }

    @Test
    void aTokenThatRunsOutSoonIsTold() {
        long inThreeDays = clock.instant().plus(Duration.ofDays(3)).getEpochSecond();
        WHATSAPP.play("account", "{\"token_ends_at\":" + inThreeDays + "}");
        assertThat(findings()).contains(Finding.TOKEN_ENDS_SOON);
        WHATSAPP.play("account", "{\"token_ends_at\":" + (inThreeDays + 60 * 24 * 3600) + "}");
        assertThat(findings()).contains(Finding.TOKEN_ENDS);
    }

    @Test
    void subscribingMendsWhatNobodySubscribed() {
        WHATSAPP.play("account", "{\"subscribed\":false}");
        assertThat(findings()).contains(Finding.NOT_SUBSCRIBED);
        keeping.subscribe(carla, ACCOUNT);
        assertThat(findings()).contains(Finding.SUBSCRIBED);
    }

    @Test
    void aWebhookSignedWithAnUnknownSecretIsToldUntilOneIsSignedWell() {
        clock.advance(Duration.ofSeconds(1));
        webhook("old-secret");
        assertThat(findings()).contains(Finding.SIGNATURE_WRONG);
        clock.advance(Duration.ofSeconds(1));
        webhook(SECRET);
        assertThat(findings()).contains(Finding.SIGNATURE_GOOD, Finding.WEBHOOK_CAME);
    }

    @ParameterizedTest
    @EnumSource(Finding.class)
    void everyFindingHasItsWords(Finding finding) {
        assertThat(texts.getMessage("connection." + finding, null, null, Locale.ENGLISH))
                .isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(AccountRefusal.class)
    void everyRefusalHasItsWords(AccountRefusal refusal) {
        assertThat(texts.getMessage("numbers.refused." + refusal, null, null, Locale.ENGLISH))
                .isNotBlank();
    }

    private List<Finding> findings() {
        return check.check(carla, ACCOUNT).stream().map(CheckResult::finding).toList();
    }

    private void webhook(String secret) {
        byte[] body = ("{\"entry\":[{\"id\":\"" + ACCOUNT + "\"}]}").getBytes(StandardCharsets.UTF_8);
        accounts.signersOf(body, SignedWebhook.signature(body, secret));
    }
}
