package app.parley.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** By the door, through it as somebody whose name is markup, and to the customers' phones. */
final class OwnWalk extends Walk {

    OwnWalk(Walk before) {
        super(before);
    }

    /** What was typed as an email comes back; whoever is invited is called by their name. */
    void door(String invitation, String provider) {
        open("/login", "[name=username]");
        assertThat(page.getByText(provider).isVisible()).isTrue();
        page.evaluate("text => document.querySelector('vaadin-text-field').value = text", Room.whole());
        page.locator("vaadin-password-field input, [type=password]").first().fill("wrong wrong");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Log in").setExact(true))
                .click();
        page.waitForURL(url -> url.contains("error"));
        await("who could not log in", "vaadin-text-field");
        open("/join/" + invitation, "vaadin-password-field");
        await("who is invited", "[role=alert]");
    }

    void profile() {
        open("/profile", ".page-lead");
        await("own profile", ".page-lead");
        await("own menu", ".me");
    }

    void sandbox() {
        open("/sandbox", ".phone");
        await("phone: messages", ".phone .phone-text");
        await("phone: customer", ".phone-customer");
        await("phone: names for who hears it", ".phone");
        await("phone: reply to tap", ".phone-reply");
        await("phone to choose", ".sandbox-choice vaadin-multi-select-combo-box");
        await("phone: template", ".sandbox-world");
    }
}
