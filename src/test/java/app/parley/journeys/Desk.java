package app.parley.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** One agent's inbox as they find their way in it: by roles and names. */
record Desk(Page page) {

    Locator list() {
        return page.getByRole(AriaRole.LIST, named("Conversations"));
    }

    /** In the order they stand. */
    Locator rows() {
        return list().getByRole(AriaRole.LISTITEM);
    }

    Locator row(String customer) {
        return list().getByRole(
                        AriaRole.LISTITEM,
                        new Locator.GetByRoleOptions().setName(Pattern.compile("^" + customer + ",")));
    }

    Desk open(String customer) {
        row(customer).click();
        assertThat(heading(customer)).isVisible();
        // The address follows what is shown: whoever reloads before it has gets what was open before.
        assertThat(page).hasURL(Pattern.compile("[?&]conversation=\\d+"));
        return this;
    }

    Locator heading(String customer) {
        return page.getByRole(AriaRole.HEADING, named(customer));
    }

    Locator messages() {
        return page.getByRole(AriaRole.REGION, named("Messages"));
    }

    Locator message(String text) {
        return messages()
                .getByRole(AriaRole.ARTICLE)
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByText(text, new Page.GetByTextOptions().setExact(true))));
    }

    /** How far our message has come, by the name of its ticks: "Sent", "Delivered", "Read". */
    Locator ticks(String text, String state) {
        return message(text)
                .getByRole(
                        AriaRole.IMG,
                        new Locator.GetByRoleOptions().setName(state).setExact(true));
    }

    Locator box() {
        return page.getByRole(AriaRole.TEXTBOX, named("Message"));
    }

    Locator count(int characters) {
        return page.getByText(characters + " / 4096");
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, named(name));
    }

    Locator tab(String name) {
        return page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(Pattern.compile("^" + name)));
    }

    Locator timer() {
        return page.getByRole(AriaRole.TIMER);
    }

    /** Something the page says by itself, such as who is typing. */
    Locator says(String words) {
        return page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText(words));
    }

    /** Keys as fingers press them. */
    Desk types(String text) {
        box().pressSequentially(text);
        return this;
    }

    Desk replies(String text) {
        types(text);
        box().press("Control+Enter");
        assertThat(message(text)).isVisible();
        return this;
    }

    static void isUnread(Locator row) {
        assertThat(row).hasAccessibleName(Pattern.compile(", \\d+ unread, "));
    }

    static void isRead(Locator row) {
        assertThat(row).not().hasAccessibleName(Pattern.compile("unread"));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
