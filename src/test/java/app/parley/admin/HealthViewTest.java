package app.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.Given;
import app.parley.MutableClock;
import app.parley.ParleyTest;
import app.parley.SignedWebhook;
import app.parley.billing.Budgets;
import app.parley.journal.Journal;
import app.parley.journal.JournalState;
import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import app.parley.team.SignedIn;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.RouteNotFoundError;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

@ParleyTest
@ViewPackages(classes = HealthView.class)
class HealthViewTest extends SpringBrowserlessTest {

    @Autowired
    Given given;

    @Autowired
    Journal journal;

    @Autowired
    Budgets budgets;

    @Autowired
    JdbcTemplate database;

    AgentId carla;

    @BeforeEach
    void carlaIsAdmin() {
        carla = given.admin("Carla");
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(new Me(carla), "", "ROLE_ADMIN", "ROLE_AGENT"));
    }

    record Me(AgentId agentId) implements SignedIn {}

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void whenAllIsWellEachBlockSaysSo() {
        given.number(Given.BAKERY);
        navigate(HealthView.class);
        assertThat(page())
                .contains(
                        "Everything that came in has been worked off.",
                        "Nothing failed, and nothing is set aside.",
                        "Nothing waits to be sent.",
                        "No webhook yet",
                        "Every file that came in has been fetched.",
                        "No template is known to be in trouble.",
                        "No two customers are in question.",
                        "WhatsApp has said nothing of the accounts so far.",
                        "All that came in is shown.");
    }

    @Test
    void aBudgetThatIsNearlyOrWhollySpentIsSaidHereToo() {
        NumberId bakery = given.pausedNumber(Given.BAKERY);
        budgets.set(carla, null, new BigDecimal("0.006"));
        budgets.set(carla, bakery, new BigDecimal("0.005"));
        given.writes(bakery, Given.MARTA, "Are you open?");
        navigate(HealthView.class);
        assertThat(page()).contains("Session fees (in total) have used 83% of this month’s budget.");
        assertThat(find(Paragraph.class).withClassName("health-alarm").all())
                .extracting(Paragraph::getText)
                .containsExactly("Session fees (Number " + Given.BAKERY + ") have used up this month’s budget: 100%.");
    }

    @Test
    void anAdminReadsWhatWhatsAppSaysOfTheAccountAndWhatIsNotShown() {
        given.number(Given.BAKERY);
        arrive("message_template_status_update", """
                {"event":"REJECTED","message_template_id":1689556908129835,"message_template_name":"abandoned_cart",
                 "message_template_language":"en-US","reason":"INVALID_FORMAT","message_template_category":"MARKETING"}""");
        arrive("phone_number_quality_update", """
                {"display_phone_number":"15550104422","event":"FLAGGED","current_limit":"TIER_1K"}""");
        arrive("brand_new", "{}");
        arrive("smb_message_echoes", "{\"message_echoes\":[]}");
        database.update("update number set display_phone = '+1 555 010 4422'");
        arrive("phone_number_quality_update", """
                {"display_phone_number":"15550104422","event":"FLAGGED","current_limit":"TIER_10K"}""");
        await().untilAsserted(() ->
                assertThat(journal.counts().get(JournalState.PROCESSED)).isEqualTo(5));

        navigate(HealthView.class);
        assertThat(page())
                .contains(
                        "Template: rejected",
                        "abandoned_cart (en_US)",
                        "wrong format",
                        "Quality of a number: flagged",
                        "limit: 10,000 people a day",
                        "WhatsApp has flagged",
                        "Field \"brand_new\"",
                        "Sent from the business's own phone");
    }

    @Test
    void whatWhatsAppSaysIsReadInTheLanguageOneHasChosenAndANewWordAsItSaidIt() {
        UI.getCurrent().setLocale(Locale.of("es"));
        Div page = new Div();
        assertThat(MetaWords.of("GREEN", page)).isEqualTo("verde");
        assertThat(MetaWords.of("MARKETING", page)).isEqualTo("marketing");
        assertThat(MetaWords.of("APPROVED", page)).isEqualTo("aprobado");
        assertThat(MetaWords.ofTemplate("APPROVED", page)).isEqualTo("aprobada");
        assertThat(MetaWords.of("BRAND_NEW", page)).isEqualTo("brand new");
        assertThat(MetaWords.of(null, page)).isEmpty();

        given.number(Given.BAKERY);
        arrive("account_review_update", "{\"decision\":\"APPROVED\"}");
        await().untilAsserted(() ->
                assertThat(journal.counts().get(JournalState.PROCESSED)).isEqualTo(1));
        navigate(HealthView.class);
        assertThat(page()).contains("Revisión de la cuenta: aprobada");
    }

    @Test
    void whatWaitsForAnAdminIsCountedAndLinked() {
        given.number(Given.BAKERY);
        journal.keep("not JSON".getBytes(StandardCharsets.UTF_8), Set.of(Given.ACCOUNT))
                .join();
        keep(SignedWebhook.text(
                Given.ACCOUNT, Given.BAKERY, Given.MARTA, "Marta Gil", "wamid.1", MutableClock.START, "Hello"));
        await().untilAsserted(() ->
                assertThat(journal.counts().get(JournalState.RECEIVED)).isZero());

        navigate(HealthView.class);
        assertThat(page())
                .contains("Quarantined1Open", "Failed0Open", "Last webhook: Nov 23, 2026", "Last webhook Nov 23, 2026");
    }

    @Test
    void twoCustomersThatMayBeOneAreSettledByAnAdmin() {
        database.update(
                "insert into customer (wa_id, phone, name) values ('34612550187', '+34612550187', 'Marta Gil')");
        database.update("insert into customer (user_id, name) values ('ES.1', 'Marta G.')");
        database.update("insert into customer_conflict (customer_id, other_customer_id, found_at)"
                + " select min(id), max(id), current_timestamp from customer");
        navigate(HealthView.class);
        assertThat(page()).contains("Marta Gil · +34612550187 and Marta G.");

        test(find(Button.class).withText("Keep apart").single()).click();
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(page()).contains("No two customers are in question.");
        assertThat(database.queryForObject("select agent_id from customer_conflict", Long.class))
                .isEqualTo(carla.value());
    }

    @Test
    void anAdminSaysThatTheyAreOnePersonOnlyAfterReadingWhatThatMeans() {
        database.update(
                "insert into customer (wa_id, phone, name) values ('34612550187', '+34612550187', 'Marta Gil')");
        database.update("insert into customer (user_id, name) values ('ES.1', 'Marta G.')");
        database.update("insert into customer_conflict (customer_id, other_customer_id, found_at)"
                + " select min(id), max(id), current_timestamp from customer");
        navigate(HealthView.class);

        test(find(Button.class).withText("They are one person").single()).click();
        assertThat(test(find(ConfirmDialog.class).single()).getText())
                .contains("Marta Gil · +34612550187 and Marta G. become one customer", "cannot be undone");
        assertThat(database.queryForObject("select count(*) from customer", Integer.class))
                .isEqualTo(2);
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(page()).contains("No two customers are in question.");
        assertThat(database.queryForMap("select user_id, wa_id from customer"))
                .containsEntry("user_id", "ES.1")
                .containsEntry("wa_id", "34612550187");
    }

    @Test
    void forAnAgentThereIsNoSuchPage() {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("x", "", "ROLE_AGENT"));
        navigate("health", RouteNotFoundError.class);
        assertThat(UI.getCurrent().getInternals().getActiveRouterTargetsChain())
                .noneMatch(HealthView.class::isInstance);
    }

    private void arrive(String field, String value) {
        keep(
                "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"%s\",\"time\":1751247548,\"changes\":[{\"field\":\"%s\",\"value\":%s}]}]}"
                        .formatted(Given.ACCOUNT, field, value));
    }

    private void keep(String body) {
        journal.keep(body.getBytes(StandardCharsets.UTF_8), Set.of(Given.ACCOUNT))
                .join();
    }

    /** Everything in the blocks, as a person reads it. */
    private String page() {
        StringBuilder text = new StringBuilder();
        find(Section.class)
                .all()
                .forEach(block ->
                        text.append(block.getElement().getTextRecursively()).append('\n'));
        return text.toString();
    }
}
