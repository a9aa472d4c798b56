package app.parley.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.ParleyTest;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@ParleyTest
class SandboxViewTest extends SpringBrowserlessTest {

    private static final Listener APPLICATION = new Listener();

    @Autowired
    ObjectProvider<SandboxControls> controls;

    @Autowired
    Phones phones;

    @DynamicPropertySource
    static void sandbox(DynamicPropertyRegistry properties) {
        properties.add("parley.sandbox.enabled", () -> "true");
        properties.add("parley.sandbox.webhook-url", APPLICATION::url);
        properties.add("parley.whatsapp.access-token", () -> "sandbox-token");
        properties.add("parley.whatsapp.app-secret", () -> "sandbox-app-secret");
    }

    @AfterAll
    static void stop() {
        APPLICATION.close();
    }

    @BeforeEach
    void openThePage() {
        APPLICATION.forget();
        UI.getCurrent().add(new SandboxView(controls));
    }

    @Test
    void martasPhoneAndANewCustomersStandOpen() {
        assertThat(find(PhoneCard.class).all().stream().map(PhoneCard::getAriaLabel))
                .extracting(label -> label.orElse(""))
                .containsExactly("Phone of Marta Gil", "Phone of Nora Vidal");
    }

    @Test
    void whatACustomerWritesReachesTheApplication() {
        PhoneCard marta = find(PhoneCard.class).all().getFirst();
        test(find(TextField.class, marta).single()).setValue("One more thing");
        test(find(Button.class, marta).single()).click();

        await().untilAsserted(() -> assertThat(APPLICATION.taken())
                .anySatisfy(
                        it -> assertThat(it.value().at("/messages/0/text/body").asString())
                                .isEqualTo("One more thing")));
        assertThat(find(TextField.class, marta).single().getValue()).isEmpty();
    }

    @Test
    void aBlankTextIsNotSent() {
        PhoneCard marta = find(PhoneCard.class).all().getFirst();
        List<String> before = words(marta);
        test(find(TextField.class, marta).single()).setValue("   ");
        test(find(Button.class, marta).single()).click();

        assertThat(words(marta)).isEqualTo(before);
    }

    @Test
    void anotherNewCustomerGetsAPhoneOfTheirOwn() {
        test(find(Button.class).withText("New customer").single()).click();

        assertThat(find(PhoneCard.class).all()).hasSize(3);
    }

    private static List<String> words(Component phone) {
        return phone.getChildren()
                .flatMap(Component::getChildren)
                .flatMap(Component::getChildren)
                .filter(PhoneBubble.class::isInstance)
                .map(it -> it.getElement().getTextRecursively())
                .toList();
    }
}
