package app.parley.attacks;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Through the pages of admins. */
final class OfficeWalk extends Walk {

    OfficeWalk(Walk before) {
        super(before);
    }

    void team() {
        open("/team", ".page-table");
        await("agent", ".page-table td:first-child");
        await("numbers of an agent", ".page-table td:nth-child(3)");
        Locator row = page.locator("tr").filter(new Locator.FilterOptions().setHasText(Insider.WHOLE));
        press(row, "Edit");
        await("agent who is edited", "vaadin-dialog vaadin-text-field");
        await("agent in a title", "vaadin-dialog[aria-label]");
        await("number of an agent", "vaadin-dialog vaadin-checkbox-group");
        press("Where they are logged in");
        await("agent whose logins are listed", ".member-link");
        leave(".member-link");
        press(row, "Edit");
        press("Take the second factor away");
        await("agent whose second factor is taken", "vaadin-confirm-dialog");
        leave("vaadin-confirm-dialog");
        press(row, "Edit");
        press("Forget their account");
        await("toast", "vaadin-notification-card");
        press(row, "New link");
        await("agent for whom a link is", ".member-link");
        leave(".member-link");
    }

    void audit(Insider insider) {
        open("/audit", ".page-table");
        all();
        await("who did it", ".audit-who");
        await("from where", ".audit-address");
        countBunches("subject", Markup.fitting("subject", 290));
        countBunches(
                "detail",
                Markup.fitting("subject", 290).stream()
                        .map(bunch -> new Markup.Bunch(bunch.texts(), "detail"))
                        .toList());
        open("/audit?who=" + insider.ben().value(), ".audit-picks");
        await("whose deeds", ".audit-picks vaadin-combo-box");
    }

    void numbers() {
        open("/numbers", "h3");
        await("account", ".account-head h2");
        await("number", ".health-block h3");
        for (String mark : List.of("standing-bad:nth-of-type(1)", "standing-bad:last-of-type")) {
            await("standing of a number: " + mark, ".standing ." + mark);
        }
        await("advice about a number", ".standing .health-warning");
        await("customer who is blocked", ".health-lines .health-what");
        await("number that blocks", ".health-lines .health-more");
        press("Edit");
        await("account that is edited", ".account-dialog");
        leave(".account-dialog");
    }

    void health() {
        open("/health", ".health-lines");
        for (String what : List.of("health-what", "health-more")) {
            await("health: " + what, ".health-lines ." + what);
        }
        page.evaluate("for (const block of document.querySelectorAll('.health-block'))"
                + " block.dataset.heading = block.querySelector('h2').textContent");
        for (String block : List.of("What WhatsApp says of the accounts", "Templates", "Numbers")) {
            await("health: " + block, "[data-heading='" + block + "']");
        }
        await("number that is flagged", ".health-warning");
        press("They are one person");
        await("customers who are one", "vaadin-confirm-dialog");
        leave("vaadin-confirm-dialog");
    }

    void journal() {
        open("/journal?state=quarantined", ".page-table");
        await("reason", ".journal-reason");
        press("Show");
        await("body", ".journal-body pre, vaadin-dialog pre");
    }

    void settings() {
        open("/settings", ".settings-sections");
        await("rates", ".settings-sections table");
        await("budgets", ".budget-line");
        page.locator(".settings-form vaadin-select").first().click();
        await("number a rate is for", "vaadin-select-item");
        page.keyboard().press("Escape");
        String quoted = '"' + Room.whole().replace("\"", "\"\"") + '"';
        String file = "country,category,type,starts_on,amount,currency\n"
                + String.join(",", List.of(quoted, quoted, quoted, quoted, quoted, quoted)) + "\n";
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload("rates.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
        page.locator(".rate-errors").waitFor();
        watchman.look();
    }

    void billing() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String days = "from=" + today.minusDays(40) + "&to=" + today.plusDays(1);
        open("/billing", ".page-table");
        await("budget that is spent", ".budget-alert");
        page.locator(".pick-button").nth(1).click();
        await("number to choose", ".pick-menu parley-menu, parley-menu");
        for (String by : List.of("number", "agent", "customer")) {
            open("/billing?by=" + by + "&" + days, ".line-name");
            await("billing by " + by, ".line-name");
        }
        page.locator(".line-name")
                .filter(new Locator.FilterOptions()
                        .setHasText("¦ " + Markup.ALL.getFirst() + " ¦ " + Markup.ALL.get(1)))
                .first()
                .dispatchEvent("click");
        page.locator(".paged-table td").first().waitFor();
        for (int column = 2; column <= 4; column++) {
            await("billing in detail: " + column, ".paged-table td:nth-child(" + column + ")");
        }
        await("billing in detail: title", ".line-dialog");
        press("Close");
    }
}
