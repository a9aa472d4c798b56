package app.parley.numbers;

import app.parley.cloudapi.AccountClient;
import app.parley.cloudapi.GraphException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The links of the chain that WhatsApp's calls travel along: the handshake, the webhooks, their signature, the clocks. */
@Component
class InboundCheck {

    /** A session's end is told to the minute. */
    private static final Duration TOLERATED = Duration.ofSeconds(60);

    private final WebhookActivity activity;
    private final Numbers numbers;
    private final AccountClient client;
    private final Clock clock;

    InboundCheck(WebhookActivity activity, Numbers numbers, AccountClient client, Clock clock) {
        this.activity = activity;
        this.numbers = numbers;
        this.client = client;
        this.clock = clock;
    }

    List<CheckResult> look(KnownAccount account, OutboundCheck.Asked asked) {
        WebhookActivity.Account calls = activity.of(account.wabaId());
        Instant last = lastWebhook(account.wabaId(), calls);
        return List.of(
                handshake(calls, last), webhook(last), signature(account, calls, asked.readable()), clocks(asked));
    }

    /** Since this process began, or before. */
    private @Nullable Instant lastWebhook(String wabaId, WebhookActivity.Account calls) {
        return Stream.concat(
                        Stream.ofNullable(calls.signedAt()),
                        numbers.all().stream()
                                .filter(number -> number.wabaId().equals(wabaId))
                                .map(PhoneNumberEntry::lastWebhookAt)
                                .filter(Objects::nonNull))
                .max(Instant::compareTo)
                .orElse(null);
    }

    private CheckResult handshake(WebhookActivity.Account calls, @Nullable Instant lastWebhook) {
        Instant verified = calls.verifiedAt();
        Instant refused = activity.refusedHandshake().orElse(null);
        if (refused != null && lastWebhook == null && (verified == null || refused.isAfter(verified))) {
            return CheckResult.at(Finding.HANDSHAKE_REFUSED, refused);
        }
        if (verified != null) {
            return CheckResult.at(Finding.HANDSHAKE_SEEN, verified);
        }
        return CheckResult.of(lastWebhook == null ? Finding.HANDSHAKE_NEVER : Finding.HANDSHAKE_BEFORE);
    }

    private static CheckResult webhook(@Nullable Instant last) {
        return last == null ? CheckResult.of(Finding.WEBHOOK_NEVER) : CheckResult.at(Finding.WEBHOOK_CAME, last);
    }

    private CheckResult signature(KnownAccount account, WebhookActivity.Account calls, boolean canAsk) {
        Instant good = calls.signedAt();
        Instant bad = calls.unsignedAt();
        if (bad != null && (good == null || bad.isAfter(good))) {
            return new CheckResult(Finding.SIGNATURE_WRONG, String.valueOf(calls.unsigned()), "", bad);
        }
        if (good != null) {
            return CheckResult.of(Finding.SIGNATURE_GOOD, String.valueOf(calls.unsigned()));
        }
        return canAsk ? asked(account) : CheckResult.of(Finding.SIGNATURE_NOT_KNOWN);
    }

    /** No webhook tells yet; but WhatsApp knows whether token and secret are of one app. */
    private CheckResult asked(KnownAccount account) {
        try {
            boolean one = account.secrets().stream()
                    .anyMatch(secret -> client.isOfOneApp(account.wabaId(), account.accessToken(), secret.value()));
            return CheckResult.of(one ? Finding.SECRET_CONFIRMED : Finding.SECRET_OF_ANOTHER_APP);
        } catch (GraphException e) {
            return CheckResult.of(Finding.SIGNATURE_NOT_KNOWN);
        }
    }

    private CheckResult clocks(OutboundCheck.Asked asked) {
        Duration ahead = asked.ahead() != null ? asked.ahead() : activity.skew().orElse(null);
        if (ahead == null) {
            return CheckResult.of(Finding.CLOCK_NOT_KNOWN);
        }
        boolean right = ahead.abs().compareTo(TOLERATED) <= 0;
        return right
                ? CheckResult.at(Finding.CLOCK_GOOD, clock.instant())
                : new CheckResult(
                        Finding.CLOCK_WRONG,
                        String.valueOf(ahead.abs().toSeconds()),
                        ahead.isNegative() ? "behind" : "ahead",
                        null);
    }
}
