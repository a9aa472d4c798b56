package app.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.Given;
import app.parley.ParleyTest;
import app.parley.numbers.NumberId;
import app.parley.numbers.Numbers;
import app.parley.numbers.ReceiptSettings;
import app.parley.team.AgentId;
import app.parley.team.SignedIn;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.router.RouteNotFoundError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

@ParleyTest
@ViewPackages(classes = NumbersView.class)
class NumbersViewTest extends SpringBrowserlessTest {

    @Autowired
    Given given;

    @Autowired
    Numbers numbers;

    NumberId bakery;

    record Me(AgentId agentId) implements SignedIn {}

    @BeforeEach
    void carlaIsAdmin() {
        bakery = given.number(Given.BAKERY);
        SecurityContextHolder.getContext()
                .setAuthentication(
                        new TestingAuthenticationToken(new Me(given.admin("Carla")), "", "ROLE_ADMIN", "ROLE_AGENT"));
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void anAdminPausesANumberAndLetsItGoOn() {
        navigate(NumbersView.class);
        test(box("Messages are sent")).click();
        assertThat(numbers.byId(bakery).orElseThrow().paused()).isTrue();
        assertThat(page()).contains("Saved");

        navigate(NumbersView.class);
        assertThat(page()).contains("Sending is paused.");
        test(box("Messages are sent")).click();
        assertThat(numbers.byId(bakery).orElseThrow().paused()).isFalse();
    }

    @Test
    void anAdminReadsWhyWhatsAppStoppedANumber() {
        numbers.pause(bakery, 190);
        navigate(NumbersView.class);
        assertThat(page()).contains("WhatsApp no longer accepts the access token");
    }

    @Test
    void receiptsAndThroughputHoldAtOnce() {
        navigate(NumbersView.class);
        test(box("Customers see blue ticks")).click();
        assertThat(numbers.receipts(bakery)).isEqualTo(new ReceiptSettings(true, false));
        test(find(IntegerField.class).withCaption("Messages a second, at most").single())
                .setValue(20);
        assertThat(numbers.throughput(bakery)).contains(20);
        navigate(NumbersView.class);
        assertThat(find(IntegerField.class)
                        .withCaption("Messages a second, at most")
                        .single()
                        .getValue())
                .isEqualTo(20);
        assertThat(box("Customers see blue ticks").getValue()).isTrue();
    }

    @Test
    void messagesAreDeletedByAgeOnlyOnceAnAdminHasReadWhatThatMeans() {
        navigate(NumbersView.class);
        test(find(RetentionField.class).single()).setValue(30);
        assertThat(numbers.retentions()).isEmpty();
        test(find(ConfirmDialog.class).single()).cancel();
        assertThat(find(RetentionField.class).single().getValue()).isNull();

        test(find(RetentionField.class).single()).setValue(30);
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(numbers.retentions()).containsEntry(bakery, 30);
        assertThat(page()).contains("Saved");

        test(find(RetentionField.class).single()).setValue(60);
        assertThat(numbers.retentions()).containsEntry(bakery, 60);
    }

    @Test
    void nothingIsCalledSavedWhileItIsStillAsked() {
        navigate(NumbersView.class);
        test(find(RetentionField.class).single()).setValue(30);
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(page()).contains("Saved");
        test(find(RetentionField.class).single()).setValue(1);
        assertThat(page()).doesNotContain("Saved");
    }

    @Test
    void anAgentFindsNoSuchPage() {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("x", "", "ROLE_AGENT"));
        navigate("numbers", RouteNotFoundError.class);
    }

    private Checkbox box(String label) {
        return find(Checkbox.class).all().stream()
                .filter(box -> box.getLabel().startsWith(label))
                .findFirst()
                .orElseThrow();
    }

    private String page() {
        return find(NumbersView.class).single().getElement().getTextRecursively();
    }
}
