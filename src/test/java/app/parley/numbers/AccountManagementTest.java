package app.parley.numbers;

import static app.parley.SandboxProcess.ACCOUNT;
import static app.parley.SandboxProcess.SECRET;
import static app.parley.SandboxProcess.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.awaitility.Awaitility.await;

import app.parley.DatabaseTest;
import app.parley.Given;
import app.parley.SandboxProcess;
import app.parley.SignedWebhook;
import app.parley.secrets.SecretEncryption;
import app.parley.team.AgentId;
import app.parley.team.TeamRefusedException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.GenericApplicationListener;
import org.springframework.core.ResolvableType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Admins connect accounts and change what they are reached with, against a WhatsApp that answers over a socket. */
@DatabaseTest
class AccountManagementTest {

    private static final SandboxProcess WHATSAPP = new SandboxProcess();
    private static final byte[] BODY = "{\"object\":\"x\",\"entry\":[]}".getBytes(StandardCharsets.UTF_8);

    @Autowired
    Given given;

    @Autowired
    AccountManagement keeping;

    @Autowired
    AccountRefresh watch;

    @Autowired
    Accounts accounts;

    @Autowired
    Numbers numbers;

    @Autowired
    WebhookActivity activity;

    @Autowired
    JdbcTemplate database;

    @Autowired
    CredentialRepository repository;

    @Autowired
    SecretEncryption secrets;

    @Autowired
    PlatformTransactionManager transactions;

    AgentId carla;

    @DynamicPropertySource
    static void whatsApp(DynamicPropertyRegistry settings) {
        settings.add("parley.whatsapp.graph-url", WHATSAPP::graphUrl);
    }

    @AfterAll
    static void close() {
        WHATSAPP.close();
    }

    @BeforeEach
    void allIsWell() {
        WHATSAPP.play("account", "{}");
        carla = given.admin("Carla");
        watch.refresh();
    }

    @Test
    void anAccountIsConnectedWithItsNumbersAndIsServedAtOnce() {
        AddedAccount added = keeping.add(carla, " " + ACCOUNT + "\n", TOKEN + " ", SECRET + " \r\n");
        assertThat(added.numbers()).isNotEmpty();
        assertThat(added.subscribed()).isTrue();
        assertThat(numbers.all()).extracting(PhoneNumberEntry::wabaId).containsOnly(ACCOUNT);
        assertThat(accounts.accessToken(ACCOUNT)).contains(TOKEN);
        assertThat(accounts.isVerifyToken(added.verifyToken())).isTrue();
        assertThat(accounts.signersOf(BODY, SignedWebhook.signature(BODY, SECRET)))
                .containsExactly(ACCOUNT);
        assertThat(keeping.all(carla)).singleElement().satisfies(account -> {
            assertThat(account.name()).isEqualTo("Bonita Bakery");
            assertThat(account.secrets()).hasSize(1);
        });
        assertThat(audited()).containsExactly("ACCOUNT_ADDED " + carla.value() + " " + ACCOUNT);
    }

    @Test
    void whatIsSecretIsNotReadableInTheDatabase() {
        String verifyToken = add().verifyToken();
        String rows = database.queryForList("select * from account_access").toString()
                + database.queryForList("select * from app_secret")
                + database.queryForList("select * from audit_entry");
        assertThat(rows).doesNotContain(TOKEN).doesNotContain(SECRET).doesNotContain(verifyToken);
        assertThat(accounts.account(ACCOUNT).orElseThrow().toString()).doesNotContain(TOKEN);
    }

    @Test
    void aSecretMovedToAnotherAccountsRowDoesNotOpen() {
        add();
        database.update("insert into account (waba_id) values ('999')");
        database.update("insert into account_access (account_id, access_token, verify_token, added_at)"
                + " select (select id from account where waba_id = '999'), access_token, verify_token, added_at"
                + " from account_access");
        watch.refresh();
        assertThat(accounts.accessToken("999")).isEmpty();
        assertThat(accounts.accessToken(ACCOUNT)).contains(TOKEN);
    }

    @Test
    void whatIsStoredCanBeSealedWithAnotherKey() {
        String verifyToken = add().verifyToken();
        keeping.addSecret(carla, ACCOUNT, entry().version(), "the-new-secret");
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        Map<String, String> before = transaction.execute(status -> repository.encrypted());
        assertThat(before).hasSize(4);
        transaction.executeWithoutResult(status -> before.forEach(
                (place, value) -> repository.reencrypt(place, secrets.encrypt(secrets.decrypt(value, place), place))));
        Map<String, String> after = transaction.execute(status -> repository.encrypted());
        assertThat(after).allSatisfy((place, value) -> assertThat(value).isNotEqualTo(before.get(place)));
        keeping.addSecret(carla, ACCOUNT, entry().version(), "makes-it-read-again");
        assertThat(accounts.accessToken(ACCOUNT)).contains(TOKEN);
        assertThat(accounts.isVerifyToken(verifyToken)).isTrue();
        assertThat(signed(SECRET) && signed("the-new-secret")).isTrue();
    }

    @Test
    void anAccountWhoseKeyIsLostIsForgottenAndCanBeConnectedAgain() {
        add();
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> repository.encrypted().keySet().forEach(repository::forget));
        watch.refresh();
        assertThat(accounts.accessToken(ACCOUNT)).isEmpty();
        assertThat(numbers.all()).isNotEmpty();
        add();
        assertThat(accounts.accessToken(ACCOUNT)).contains(TOKEN);
    }

    @Test
    void howEachNumberStandsIsKnownFromTheBeginning() {
        WHATSAPP.play("account", """
                {"numbers":{"106540352242922":{"quality_rating":"RED","health_status":{"can_send_message":"LIMITED",
                "entities":[{"errors":[{"error_description":"Not verified.","possible_solution":"Verify it."}]}]}}}}""");
        add();
        assertThat(numbers.standings())
                .filteredOn(standing -> "RED".equals(standing.rating()))
                .singleElement()
                .satisfies(standing -> {
                    assertThat(standing.canSend()).isEqualTo("LIMITED");
                    assertThat(standing.advice()).isEqualTo("Not verified. Verify it.");
                    assertThat(standing.status()).isEqualTo("CONNECTED");
                });
    }

    @Test
    void whatDoesNotFitIsRefusedForItsReasonAndNothingIsStored() {
        refused(AccountRefusal.TOKEN_REFUSED, () -> keeping.add(carla, ACCOUNT, "another-token", SECRET));
        refused(AccountRefusal.NOT_THIS_ACCOUNT, () -> keeping.add(carla, "102290129340399", TOKEN, SECRET));
        refused(AccountRefusal.SECRET_OF_ANOTHER_APP, () -> keeping.add(carla, ACCOUNT, TOKEN, "another-secret"));
        refused(AccountRefusal.WABA_ID_WRONG, () -> keeping.add(carla, "Bonita", TOKEN, SECRET));
        refused(AccountRefusal.TOKEN_MALFORMED, () -> keeping.add(carla, ACCOUNT, "two words", SECRET));
        refused(AccountRefusal.SECRET_MALFORMED, () -> keeping.add(carla, ACCOUNT, TOKEN, " "));
        WHATSAPP.play("account", "{\"token\":\"expired\"}");
        refused(AccountRefusal.TOKEN_EXPIRED, () -> keeping.add(carla, ACCOUNT, TOKEN, SECRET));
        WHATSAPP.play("account", "{\"token\":\"valid\",\"scopes\":[\"whatsapp_business_messaging\"]}");
        refused(AccountRefusal.NOT_THIS_ACCOUNT, () -> keeping.add(carla, ACCOUNT, TOKEN, SECRET));
        assertThat(keeping.all(carla)).isEmpty();
        assertThat(numbers.all()).isEmpty();
        assertThat(audited()).isEmpty();
    }

    @Test
    void aNumberOfAnotherAccountStaysWithThatOne() {
        numbers.keep("555000", Given.BAKERY, "+1 555", "Their bakery");
        refused(AccountRefusal.NUMBER_TAKEN, () -> keeping.add(carla, ACCOUNT, TOKEN, SECRET));
        assertThat(numbers.byPhoneNumberId(Given.BAKERY).orElseThrow().wabaId()).isEqualTo("555000");
    }

    @Test
    void oneAccountIsNotConnectedTwice() {
        add();
        refused(AccountRefusal.KNOWN_ALREADY, this::add);
    }

    @Test
    void onlyAdminsDoSo() {
        AgentId ben = given.agent("Ben");
        AccountEntry account = connected();
        List<ThrowingCallable> acts = List.of(
                () -> keeping.all(ben),
                () -> keeping.add(ben, ACCOUNT, TOKEN, SECRET),
                () -> keeping.changeToken(ben, ACCOUNT, account.version(), TOKEN),
                () -> keeping.addSecret(ben, ACCOUNT, account.version(), "x"),
                () -> keeping.dropSecret(ben, ACCOUNT, account.version(), 1),
                () -> keeping.newVerifyToken(ben, ACCOUNT, account.version()),
                () -> keeping.subscribe(ben, ACCOUNT));
        assertThat(acts).allSatisfy(act -> assertThatThrownBy(act).isInstanceOf(TeamRefusedException.class));
    }

    @Test
    void theAppSecretIsChangedWithoutAGap() {
        AccountEntry account = connected();
        keeping.addSecret(carla, ACCOUNT, account.version(), "the-new-secret ");
        assertThat(signed(SECRET)).isTrue();
        assertThat(signed("the-new-secret")).isTrue();
        assertThat(entry().secrets())
                .allSatisfy(secret -> assertThat(secret.lastUsedAt()).isNotNull());

        refused(AccountRefusal.KNOWN_SECRET, () -> keeping.addSecret(carla, ACCOUNT, entry().version(), SECRET));
        keeping.dropSecret(carla, ACCOUNT, entry().version(), 1);
        assertThat(signed(SECRET)).isFalse();
        assertThat(signed("the-new-secret")).isTrue();
        refused(AccountRefusal.LAST_SECRET, () -> keeping.dropSecret(carla, ACCOUNT, entry().version(), 2));
        assertThat(signed("the-new-secret")).isTrue();
        assertThat(audited())
                .endsWith(
                        "APP_SECRET_ADDED " + carla.value() + " " + ACCOUNT,
                        "APP_SECRET_REMOVED " + carla.value() + " " + ACCOUNT);
    }

    @Test
    void aNewTokenTakesOverOnceWhatsAppHasAcceptedItAndWhatTheOldOneStoppedGoesOn() {
        AccountEntry account = connected();
        NumberId bakery = numbers.byPhoneNumberId(Given.BAKERY).orElseThrow().id();
        NumberId catering =
                numbers.byPhoneNumberId(Given.CATERING).orElseThrow().id();
        numbers.pause(bakery, 190);
        numbers.pause(catering, null);
        refused(AccountRefusal.TOKEN_REFUSED, () -> keeping.changeToken(carla, ACCOUNT, account.version(), "wrong"));
        assertThat(accounts.accessToken(ACCOUNT)).contains(TOKEN);
        assertThat(numbers.byId(bakery).orElseThrow().paused()).isTrue();

        keeping.changeToken(carla, ACCOUNT, account.version(), TOKEN);
        assertThat(numbers.byId(bakery).orElseThrow().paused()).isFalse();
        assertThat(numbers.byId(catering).orElseThrow().paused())
                .as("paused by an admin")
                .isTrue();
    }

    @Test
    void whoIsWokenByANewTokenFindsIt(@Autowired ConfigurableApplicationContext application) {
        AccountEntry account = connected();
        replaceToken("the-old-one");
        watch.refresh();
        NumberId bakery = numbers.byPhoneNumberId(Given.BAKERY).orElseThrow().id();
        numbers.pause(bakery, 190);
        List<String> found = new ArrayList<>();
        GenericApplicationListener worker = new GenericApplicationListener() {
            @Override
            public boolean supportsEventType(ResolvableType type) {
                return NumberPaused.class.equals(type.getGeneric().resolve());
            }

            @Override
            public void onApplicationEvent(ApplicationEvent event) {
                found.add(accounts.accessToken(ACCOUNT).orElse("none"));
            }
        };
        application.addApplicationListener(worker);
        keeping.changeToken(carla, ACCOUNT, account.version() + 1, TOKEN);
        application.removeApplicationListener(worker);
        assertThat(found).containsExactly(TOKEN);
    }

    @Test
    void aRefusalOfATokenThatWasReplacedSaysNothingOfItsNumbers(@Autowired RefusedTokens tokens) {
        add();
        assertThat(tokens.isReplaced(ACCOUNT, 190, TOKEN)).isFalse();
        // As another process on this database does it.
        replaceToken("the-next-one");
        assertThat(tokens.isReplaced(ACCOUNT, 131042, TOKEN)).isFalse();
        assertThat(tokens.isReplaced(ACCOUNT, 190, TOKEN)).isTrue();
        assertThat(tokens.isReplaced(ACCOUNT, 190, "the-next-one")).isFalse();
    }

    private void replaceToken(String token) {
        long id = Objects.requireNonNull(database.queryForObject("select account_id from account_access", Long.class));
        database.update(
                "update account_access set version = version + 1, access_token = ?",
                secrets.encrypt(token, "account/" + id + "/access-token"));
    }

    @Test
    void ofTwoAdminsWhoChangeItAtOnceTheSecondLooksAgain() {
        AccountEntry seenByBoth = connected();
        keeping.addSecret(carla, ACCOUNT, seenByBoth.version(), "one");
        refused(AccountRefusal.CHANGED_MEANWHILE, () -> keeping.addSecret(carla, ACCOUNT, seenByBoth.version(), "two"));
        assertThat(entry().secrets()).hasSize(2);
    }

    @Test
    void aNewVerifyTokenEndsTheOldOne() {
        String old = add().verifyToken();
        String fresh = keeping.newVerifyToken(carla, ACCOUNT, entry().version());
        assertThat(accounts.isVerifyToken(fresh)).isTrue();
        assertThat(accounts.isVerifyToken(old)).isFalse();
    }

    @Test
    void whatAnotherProcessChangesIsServedWithinSeconds() {
        add();
        // As another process on this database does it.
        database.update("delete from app_secret");
        database.update("update account_access set version = version + 1");
        await().untilAsserted(() -> assertThat(signed(SECRET)).isFalse());
    }

    @Test
    void callsThatNameAnAccountAndAreSignedByNobodyAreCounted() {
        add();
        byte[] forged = ("{\"entry\":[{\"id\":\"" + ACCOUNT + "\"}]}").getBytes(StandardCharsets.UTF_8);
        long before = activity.of(ACCOUNT).unsigned();
        assertThat(accounts.signersOf(forged, SignedWebhook.signature(forged, "guessed")))
                .isEmpty();
        assertThat(accounts.signersOf(forged, null)).isEmpty();
        assertThat(accounts.signersOf(BODY, null)).isEqualTo(Set.of());
        assertThat(activity.of(ACCOUNT).unsigned()).isEqualTo(before + 2);
    }

    private AddedAccount add() {
        return keeping.add(carla, ACCOUNT, TOKEN, SECRET);
    }

    private AccountEntry connected() {
        add();
        return entry();
    }

    private AccountEntry entry() {
        return keeping.all(carla).getFirst();
    }

    private boolean signed(String secret) {
        return accounts.signersOf(BODY, SignedWebhook.signature(BODY, secret)).contains(ACCOUNT);
    }

    private List<String> audited() {
        return database.queryForList("select action, actor, subject from audit_entry order by id").stream()
                .map(Map::values)
                .map(row -> String.join(" ", row.stream().map(String::valueOf).toList()))
                .filter(row -> !row.startsWith("MEMBER_CREATED"))
                .toList();
    }

    private static void refused(AccountRefusal refusal, ThrowingCallable act) {
        assertThatThrownBy(act)
                .asInstanceOf(type(AccountRefusedException.class))
                .extracting(AccountRefusedException::refusal)
                .isEqualTo(refusal);
    }
}
