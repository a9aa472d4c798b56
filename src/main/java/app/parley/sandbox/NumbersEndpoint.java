package app.parley.sandbox;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The account's numbers, and who hears of their webhooks (contract section 9). */
@SandboxComponent
@RestController
final class NumbersEndpoint {

    static final String SOME_FIELDS = "id,display_phone_number,verified_name,quality_rating";

    private final SandboxSettings settings;
    private final Phones phones;
    private final GraphAnswers answers;
    private final AccountState state;

    NumbersEndpoint(SandboxSettings settings, Phones phones, GraphAnswers answers, AccountState state) {
        this.settings = settings;
        this.state = state;
        this.phones = phones;
        this.answers = answers;
    }

    @GetMapping("/sandbox/graph/{version}/{accountId}/phone_numbers")
    ResponseEntity<byte[]> list(
            @PathVariable String accountId,
            @RequestParam(defaultValue = SOME_FIELDS) String fields,
            HttpServletRequest request) {
        checkAccount(accountId, request);
        ObjectNode answer = MetaJson.object();
        List<SandboxNumber> numbers = phones.numbers();
        numbers.forEach(number -> answer.withArray("data").add(NumberShape.select(number, fields, state)));
        answer.putObject("paging").putObject("cursors").put("before", "QVFI").put("after", "QVFJ");
        return answers.ok(request, answer);
    }

    @GetMapping("/sandbox/graph/{version}/{accountId}/subscribed_apps")
    ResponseEntity<byte[]> subscriptions(@PathVariable String accountId, HttpServletRequest request) {
        checkAccount(accountId, request);
        ObjectNode answer = MetaJson.object();
        answer.putArray("data");
        if (state.isSubscribed()) {
            subscribed(answer, AccountState.APP_ID, "Parley");
        }
        if (state.isOtherSubscribed()) {
            subscribed(answer, "111111111111111", "Somebody else's");
        }
        return answers.ok(request, answer);
    }

    private static void subscribed(ObjectNode answer, String id, String name) {
        answer.withArray("data")
                .addObject()
                .putObject("whatsapp_business_api_data")
                .put("id", id)
                .put("name", name)
                .put("link", "https://www.facebook.com/games/?app_id=" + id);
    }

    @PostMapping("/sandbox/graph/{version}/{accountId}/subscribed_apps")
    ResponseEntity<byte[]> subscribe(@PathVariable String accountId, HttpServletRequest request) {
        checkAccount(accountId, request);
        state.subscribe(true);
        return answers.success(request);
    }

    @DeleteMapping("/sandbox/graph/{version}/{accountId}/subscribed_apps")
    ResponseEntity<byte[]> unsubscribe(@PathVariable String accountId, HttpServletRequest request) {
        checkAccount(accountId, request);
        state.subscribe(false);
        return answers.success(request);
    }

    private void checkAccount(String accountId, HttpServletRequest request) {
        if (!accountId.equals(settings.businessAccountId()) || state.isHidden()) {
            throw GraphAnswers.unknown(request, accountId);
        }
    }
}
