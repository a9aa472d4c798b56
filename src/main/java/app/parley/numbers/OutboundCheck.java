package app.parley.numbers;

import app.parley.cloudapi.AccountClient;
import app.parley.cloudapi.AccountFacts;
import app.parley.cloudapi.GraphError;
import app.parley.cloudapi.GraphException;
import app.parley.cloudapi.SubscribedApp;
import app.parley.cloudapi.TokenFacts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The links of the chain that WhatsApp can be asked about: the token, its rights, the account, who hears of it. */
@Component
class OutboundCheck {

    private static final int TOKEN = 190;
    private static final int RUN_OUT = 463;
    private static final Duration SOON = Duration.ofDays(7);
    private static final List<String> NEEDED = List.of("whatsapp_business_messaging", "whatsapp_business_management");

    private final AccountClient client;
    private final NumberCheck numbers;
    private final Clock clock;

    OutboundCheck(AccountClient client, NumberCheck numbers, Clock clock) {
        this.client = client;
        this.numbers = numbers;
        this.clock = clock;
    }

    /**
     * What WhatsApp answered.
     *
     * @param readable whether the account could be read, so that more can be asked
     * @param ahead how far our clock is ahead of WhatsApp's; null when it was not told
     */
    record Asked(
            List<CheckResult> found,
            boolean readable,
            @Nullable Duration ahead) {}

    /** What the token is said to be; what cannot be asked is null. */
    private record Said(List<CheckResult> found, @Nullable TokenFacts token) {}

    Asked ask(KnownAccount account) {
        Said said = token(account.accessToken());
        List<CheckResult> found = new ArrayList<>(said.found());
        try {
            AccountFacts facts = client.account(account.wabaId(), account.accessToken());
            Instant asked = clock.instant();
            found.add(CheckResult.of(Finding.ACCOUNT_READ, Objects.requireNonNullElse(facts.name(), account.wabaId())));
            if (said.token() == null) {
                found.add(CheckResult.of(Finding.TOKEN_WORKS));
            }
            found.addAll(numbers.check(account));
            found.add(subscription(account, said.token()));
            return new Asked(found, true, facts.askedAt() == null ? null : Duration.between(facts.askedAt(), asked));
        } catch (GraphException e) {
            boolean bad = found.stream().anyMatch(it -> it.finding().link() == Finding.Link.TOKEN);
            if (!bad) {
                found.add(ofToken(e).orElse(CheckResult.of(Finding.TOKEN_UNTOLD)));
            }
            found.add(account(e));
            found.add(CheckResult.of(Finding.NUMBERS_NOT_ASKED));
            found.add(CheckResult.of(Finding.SUBSCRIPTION_NOT_ASKED));
            return new Asked(found, false, null);
        }
    }

    private Said token(String accessToken) {
        try {
            TokenFacts facts = client.token(accessToken);
            if (!facts.valid()) {
                Finding bad = facts.subcode() == RUN_OUT ? Finding.TOKEN_EXPIRED : Finding.TOKEN_REFUSED;
                return new Said(List.of(CheckResult.of(bad), CheckResult.of(Finding.PERMISSIONS_UNTOLD)), facts);
            }
            List<CheckResult> found = new ArrayList<>();
            found.add(valid(facts.endsAt()));
            List<String> missing = NEEDED.stream()
                    .filter(needed -> !facts.permissions().contains(needed))
                    .toList();
            missing.forEach(needed -> found.add(CheckResult.of(Finding.PERMISSION_MISSING, needed)));
            if (missing.isEmpty()) {
                found.add(CheckResult.of(Finding.PERMISSIONS_GOOD));
            }
            return new Said(found, facts);
        } catch (GraphException e) {
            List<CheckResult> found = new ArrayList<>();
            ofToken(e).ifPresent(found::add);
            found.add(CheckResult.of(Finding.PERMISSIONS_UNTOLD));
            return new Said(found, null);
        }
    }

    private CheckResult valid(@Nullable Instant endsAt) {
        if (endsAt == null) {
            return CheckResult.of(Finding.TOKEN_GOOD);
        }
        boolean soon = endsAt.isBefore(clock.instant().plus(SOON));
        return CheckResult.at(soon ? Finding.TOKEN_ENDS_SOON : Finding.TOKEN_ENDS, endsAt);
    }

    /** What a refusal says of the token itself. */
    private static Optional<CheckResult> ofToken(GraphException e) {
        if (e.error().isEmpty()) {
            return Optional.of(
                    CheckResult.of(Finding.TOKEN_UNREACHABLE, Objects.requireNonNullElse(e.getMessage(), "")));
        }
        GraphError error = e.error().get();
        if (error.code() != TOKEN && error.code() != 0) {
            return Optional.empty();
        }
        return Optional.of(CheckResult.of(error.subcode() == RUN_OUT ? Finding.TOKEN_EXPIRED : Finding.TOKEN_REFUSED));
    }

    private static CheckResult account(GraphException e) {
        AccountRefusedException why = AccountRefusedException.of(e);
        return switch (why.refusal()) {
            case NOT_THIS_ACCOUNT -> CheckResult.of(Finding.ACCOUNT_HIDDEN);
            case PROOF_REQUIRED -> CheckResult.of(Finding.ACCOUNT_WANTS_PROOF);
            case REFUSED -> CheckResult.of(Finding.ACCOUNT_REFUSED, why.about());
            default -> CheckResult.of(Finding.ACCOUNT_NOT_ASKED);
        };
    }

    private CheckResult subscription(KnownAccount account, @Nullable TokenFacts token) {
        try {
            List<SubscribedApp> apps = client.subscribedApps(account.wabaId(), account.accessToken());
            String ours = token == null ? null : token.appId();
            if (apps.isEmpty()) {
                return CheckResult.of(Finding.NOT_SUBSCRIBED);
            }
            if (ours != null && apps.stream().noneMatch(app -> ours.equals(app.id()))) {
                return CheckResult.of(
                        Finding.OTHER_APP_SUBSCRIBED,
                        Objects.requireNonNullElse(apps.getFirst().name(), ""));
            }
            return CheckResult.of(Finding.SUBSCRIBED);
        } catch (GraphException e) {
            return CheckResult.of(Finding.SUBSCRIPTION_NOT_ASKED);
        }
    }
}
