package app.parley.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Templates, from the choice to the customer's phone. */
class TemplateIT extends InboxTest {

    private static final Duration TWO_DAYS = Duration.ofDays(2);

    @Test
    void isChosenFilledInPreviewedAndSentWhereTheSessionHasExpired() {
        Customer ida = customer("Ida Falk").writes("Is my order ready?", TWO_DAYS);
        Desk carla = carla().open(ida.name());
        carla.button("Send a template").click();
        Locator picker = picker(carla.page());
        choose(picker, "ready", "Order ready");
        assertThat(picker.getByRole(AriaRole.ARTICLE)).containsText("Hello {{1}}, your order is ready");
        pictures(carla.page(), "template-picker");

        press(picker, "Send");
        assertThat(picker.getByText("Fill this in.")).hasCount(3);
        field(picker, "Title: value 1").fill("A-23");
        field(picker, "Value 1").fill("Ida");
        field(picker, "Value 2").fill("eight");
        assertThat(picker.getByRole(AriaRole.ARTICLE)).containsText("Order A-23");
        assertThat(picker.getByRole(AriaRole.ARTICLE)).containsText("Hello Ida, your order is ready");
        press(picker, "Send");

        assertThat(picker).isHidden();
        Locator sent = carla.messages()
                .getByRole(AriaRole.ARTICLE)
                .filter(new Locator.FilterOptions().setHasText("Hello Ida, your order is ready"));
        assertThat(sent).containsText("Order A-23");
        assertThat(sent.getByText("I am on my way")).isVisible();
        assertThat(sent.getByRole(AriaRole.IMG, new Locator.GetByRoleOptions().setName("Delivered")))
                .isVisible();
        assertThat(carla.row(ida.name())).containsText("Hello Ida");
        assertThat(carla.button("Send a template")).isVisible();
        pictures(carla.page(), "template-sent");
    }

    @Test
    void beginsAConversationWithANewPhoneNumber() {
        Desk carla = carla();
        carla.button("New conversation").click();
        Locator dialog =
                carla.page().getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("New conversation"));
        field(dialog, "Phone number").fill("612 34");
        press(dialog, "Next");
        assertThat(dialog.getByText("This is no phone number.")).isVisible();
        field(dialog, "Phone number").fill("+34 612 999 888");
        press(dialog, "Next");

        Locator picker = picker(carla.page());
        choose(picker, "too late", "Say hello again");
        press(picker, "Send");
        assertThat(carla.message("Hello! We saw your message too late, sorry. How can we help?"))
                .isVisible();
        assertThat(carla.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText(Pattern.compile("\\+34.*612"));
        assertThat(carla.page().getByText("has not written so far")).isVisible();
    }

    @Test
    void isChosenAndSentOnAPhone() {
        Customer ole = customer("Ole Brand").writes("Anybody there?", TWO_DAYS);
        Page phone = login(phone(), "ben");
        Desk ben = new Desk(phone).open(ole.name());
        ben.button("Send a template").tap();
        Locator picker = picker(phone);
        choose(picker, "too late", "Say hello again");
        screenshot(phone, "template-phone");
        press(picker, "Other templates");
        choose(picker, "too late", "Say hello again");
        press(picker, "Send");
        assertThat(ben.message("Hello! We saw your message too late, sorry. How can we help?"))
                .isVisible();
    }

    private static Locator picker(Page page) {
        return page.getByRole(
                AriaRole.DIALOG, new Page.GetByRoleOptions().setName(Pattern.compile("^Send a template to")));
    }

    private static void choose(Locator picker, String words, String name) {
        picker.getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName("Search templates"))
                .fill(words);
        picker.getByRole(AriaRole.OPTION)
                .filter(new Locator.FilterOptions().setHasText(name))
                .filter(new Locator.FilterOptions().setHasText("English"))
                .click();
    }

    private static Locator field(Locator dialog, String label) {
        return dialog.getByRole(
                AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName(label).setExact(true));
    }

    private static void press(Locator dialog, String button) {
        dialog.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }
}
