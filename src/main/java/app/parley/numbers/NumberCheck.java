package app.parley.numbers;

import app.parley.cloudapi.AccountClient;
import app.parley.cloudapi.GraphException;
import app.parley.cloudapi.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether an account's numbers are registered, connected, ours and able to send; what was learned is kept. */
@Component
class NumberCheck {

    private static final String REGISTERED = "CLOUD_API";
    private static final String CONNECTED = "CONNECTED";
    private static final String AVAILABLE = "AVAILABLE";

    private final AccountClient client;
    private final NumberFetcher fetcher;
    private final Numbers numbers;

    NumberCheck(AccountClient client, NumberFetcher fetcher, Numbers numbers) {
        this.client = client;
        this.fetcher = fetcher;
        this.numbers = numbers;
    }

    List<CheckResult> check(KnownAccount account) {
        List<PhoneNumber> listed;
        try {
            listed = client.phoneNumbers(account.wabaId(), account.accessToken());
        } catch (GraphException e) {
            return List.of(CheckResult.of(Finding.NUMBERS_NOT_ASKED));
        }
        fetcher.keep(account.wabaId(), listed);
        fetcher.health(account.wabaId(), listed);
        List<CheckResult> wrong = new ArrayList<>();
        listed.forEach(number -> wrong(account, number).ifPresent(wrong::add));
        if (listed.isEmpty()) {
            wrong.add(CheckResult.of(Finding.NUMBERS_NONE));
        }
        return wrong.isEmpty()
                ? List.of(CheckResult.of(Finding.NUMBERS_GOOD, String.valueOf(listed.size())))
                : List.copyOf(wrong);
    }

    private Optional<CheckResult> wrong(KnownAccount account, PhoneNumber number) {
        String name = Objects.requireNonNullElse(number.verifiedName(), "") + " "
                + Objects.requireNonNullElse(number.displayPhone(), "");
        if (isAnothers(account.wabaId(), number)) {
            return Optional.of(CheckResult.of(Finding.NUMBER_TAKEN, name));
        }
        if (number.platform() != null && !number.platform().equals(REGISTERED)) {
            return Optional.of(CheckResult.of(Finding.NUMBER_UNREGISTERED, name));
        }
        if (number.status() != null && !number.status().equals(CONNECTED)) {
            return Optional.of(new CheckResult(Finding.NUMBER_TROUBLED, name, number.status(), null));
        }
        return standing(number)
                .filter(standing ->
                        standing.canSend() != null && !standing.canSend().equals(AVAILABLE))
                .map(standing -> new CheckResult(
                        Finding.NUMBER_CANNOT_SEND, name, Objects.requireNonNullElse(standing.advice(), ""), null));
    }

    private boolean isAnothers(String wabaId, PhoneNumber number) {
        return number.id() != null
                && numbers.byPhoneNumberId(number.id())
                        .filter(known -> !known.wabaId().equals(wabaId))
                        .isPresent();
    }

    private Optional<NumberStanding> standing(PhoneNumber number) {
        return Optional.ofNullable(number.id())
                .flatMap(numbers::byPhoneNumberId)
                .flatMap(known -> numbers.standings().stream()
                        .filter(standing -> standing.id().equals(known.id()))
                        .findFirst());
    }
}
