package app.parley.admin;

import static app.parley.SandboxProcess.ACCOUNT;
import static app.parley.SandboxProcess.SECRET;
import static app.parley.SandboxProcess.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.Given;
import app.parley.MutableClock;
import app.parley.ParleyTest;
import app.parley.SandboxProcess;
import app.parley.numbers.AccountManagement;
import app.parley.numbers.Accounts;
import app.parley.team.AgentId;
import app.parley.team.SignedIn;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.net.URI;
import java.time.Instant;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** An admin connects an account on the Numbers page, changes it, and has its connection checked. */
@ParleyTest
@DirtiesContext
@ViewPackages(classes = NumbersView.class)
class AccountsViewTest extends SpringBrowserlessTest {

    private static final SandboxProcess WHATSAPP = new SandboxProcess();

    @Autowired
    Given given;

    @Autowired
    AccountManagement keeping;

    @Autowired
    Accounts accounts;

    @Autowired
    MutableClock clock;

    AgentId carla;

    record Me(AgentId agentId) implements SignedIn {}

    @DynamicPropertySource
    static void whatsApp(DynamicPropertyRegistry settings) {
        settings.add("parley.whatsapp.graph-url", WHATSAPP::graphUrl);
    }

    @AfterAll
    static void close() {
        WHATSAPP.close();
    }

    @BeforeEach
    void carlaIsAdmin() {
        clock.set(Instant.now());
        WHATSAPP.play("account", "{}");
        carla = given.admin("Carla");
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(new Me(carla), "", "ROLE_ADMIN", "ROLE_AGENT"));
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void anAdminConnectsAnAccountStepByStep() {
        navigate(NumbersView.class);
        assertThat(page()).contains("No number is connected yet.");
        test(button("Add account")).click();
        fill(ACCOUNT, TOKEN, "another-secret");
        awaitOnScreen("does not belong to the app");
        assertThat(find(PasswordField.class).all().getLast().isInvalid()).isTrue();

        fill(ACCOUNT, TOKEN, SECRET + " ");
        awaitOnScreen("The app hears of messages to this account.");
        String verifyToken = find(TextField.class).all().stream()
                .filter(field -> "Verify token".equals(field.getLabel()))
                .findFirst()
                .orElseThrow()
                .getValue();
        assertThat(accounts.isVerifyToken(verifyToken)).isTrue();
        assertThat(page()).contains("Bonita Bakery", "quality green", "connected");
        test(button("Done")).click();
    }

    @Test
    void theConnectionIsCheckedAndWhatIsMissingIsMendedInPlace() {
        connected();
        WHATSAPP.play("account", "{\"subscribed\":false}");
        navigate(NumbersView.class);
        test(button("Check connection")).click();
        awaitPage("One thing is wrong.");
        assertThat(page()).contains("No app hears of messages to this account: nothing will come in.");
        test(button("Subscribe now")).click();
        awaitPage("Nothing is wrong; not everything is known yet.");
    }

    @Test
    void theSecretIsChangedWithoutAGapAndNeverShown() {
        connected();
        navigate(NumbersView.class);
        test(button("Edit")).click();
        assertThat(dialog()).doesNotContain(SECRET, TOKEN);
        PasswordField fresh = find(PasswordField.class).all().getLast();
        test(fresh).setValue("the-new-secret");
        test(button("Add")).click();
        awaitOnScreen("Webhooks signed with the new secret are accepted from now on.");
        test(find(Button.class).all().stream()
                        .filter(it -> it.getText().equals("Remove"))
                        .findFirst()
                        .orElseThrow())
                .click();
        awaitOnScreen("Removed. Webhooks signed with it are turned away.");
        assertThat(keeping.all(carla).getFirst().secrets())
                .singleElement()
                .satisfies(secret -> assertThat(secret.n()).isEqualTo(2));
        test(button("Make a new verify token")).click();
        awaitOnScreen("The new verify token is shown this once.");
    }

    @Test
    void theWebhooksAddressIsBesideThePageWhateverPathAProxyPutsBefore() throws Exception {
        assertThat(address("https://chat.bonita.example/numbers"))
                .isEqualTo("https://chat.bonita.example/webhooks/whatsapp");
        assertThat(address("https://bonita.example/chat/numbers?x=1"))
                .isEqualTo("https://bonita.example/chat/webhooks/whatsapp");
        assertThat(address("http://localhost:8080/numbers")).isEqualTo("http://localhost:8080/webhooks/whatsapp");
    }

    private static String address(String page) throws Exception {
        return WebhookPart.addressOf(URI.create(page).toURL());
    }

    private void connected() {
        keeping.add(carla, ACCOUNT, TOKEN, SECRET);
    }

    private void fill(String waba, String token, String secret) {
        test(find(TextField.class).all().getFirst()).setValue(waba);
        test(find(PasswordField.class).all().getFirst()).setValue(token);
        test(find(PasswordField.class).all().getLast()).setValue(secret);
        test(button("Connect")).click();
    }

    private Button button(String text) {
        return find(Button.class).all().stream()
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private void awaitOnScreen(String words) {
        await().pollInSameThread().untilAsserted(() -> {
            roundTrip();
            assertThat(dialog()).contains(words);
        });
    }

    private void awaitPage(String words) {
        await().pollInSameThread().untilAsserted(() -> {
            roundTrip();
            assertThat(page()).contains(words);
        });
    }

    private String dialog() {
        String footer =
                find(Paragraph.class).all().stream().map(Paragraph::getText).collect(Collectors.joining(" "));
        return find(Dialog.class).single().getElement().getTextRecursively() + footer;
    }

    private String page() {
        return find(NumbersView.class).single().getElement().getTextRecursively();
    }
}
