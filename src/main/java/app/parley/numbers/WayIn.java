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
class WayIn {

    /** A session's end is told to the minute. */
    private static final Duration TOLERATED = Duration.ofSeconds(60);

    private final Knocks knocks;
    private final Numbers numbers;
    private final AccountClient client;
    private final Clock clock;

    WayIn(Knocks knocks, Numbers numbers, AccountClient client, Clock clock) {
        this.knocks = knocks;
        this.numbers = numbers;
        this.client = client;
        this.clock = clock;
    }

    List<Found> look(KnownAccount account, WayOut.Asked asked) {
        Knocks.Account knocked = knocks.of(account.wabaId());
        Instant last = lastWebhook(account.wabaId(), knocked);
        return List.of(
                handshake(knocked, last), webhook(last), signature(account, knocked, asked.readable()), clocks(asked));
    }

    /** Since this process began, or before. */
    private @Nullable Instant lastWebhook(String wabaId, Knocks.Account knocked) {
        return Stream.concat(
                        Stream.ofNullable(knocked.signedAt()),
                        numbers.all().stream()
                                .filter(number -> number.wabaId().equals(wabaId))
                                .map(PhoneNumberEntry::lastWebhookAt)
                                .filter(Objects::nonNull))
                .max(Instant::compareTo)
                .orElse(null);
    }

    private Found handshake(Knocks.Account knocked, @Nullable Instant lastWebhook) {
        Instant verified = knocked.verifiedAt();
        Instant refused = knocks.refusedHandshake().orElse(null);
        if (refused != null && lastWebhook == null && (verified == null || refused.isAfter(verified))) {
            return Found.at(Finding.HANDSHAKE_REFUSED, refused);
        }
        if (verified != null) {
            return Found.at(Finding.HANDSHAKE_SEEN, verified);
        }
        return Found.of(lastWebhook == null ? Finding.HANDSHAKE_NEVER : Finding.HANDSHAKE_BEFORE);
    }

    private static Found webhook(@Nullable Instant last) {
        return last == null ? Found.of(Finding.WEBHOOK_NEVER) : Found.at(Finding.WEBHOOK_CAME, last);
    }

    private Found signature(KnownAccount account, Knocks.Account knocked, boolean canAsk) {
        Instant good = knocked.signedAt();
        Instant bad = knocked.unsignedAt();
        if (bad != null && (good == null || bad.isAfter(good))) {
            return new Found(Finding.SIGNATURE_WRONG, String.valueOf(knocked.unsigned()), "", bad);
        }
        if (good != null) {
            return Found.of(Finding.SIGNATURE_GOOD, String.valueOf(knocked.unsigned()));
        }
        return canAsk ? asked(account) : Found.of(Finding.SIGNATURE_NOT_KNOWN);
    }

    /** No webhook tells yet; but WhatsApp knows whether token and secret are of one app. */
    private Found asked(KnownAccount account) {
        try {
            boolean one = account.secrets().stream()
                    .anyMatch(secret -> client.isOfOneApp(account.wabaId(), account.accessToken(), secret.value()));
            return Found.of(one ? Finding.SECRET_CONFIRMED : Finding.SECRET_OF_ANOTHER_APP);
        } catch (GraphException e) {
            return Found.of(Finding.SIGNATURE_NOT_KNOWN);
        }
    }

    private Found clocks(WayOut.Asked asked) {
        Duration ahead = asked.ahead() != null ? asked.ahead() : knocks.skew().orElse(null);
        if (ahead == null) {
            return Found.of(Finding.CLOCK_NOT_KNOWN);
        }
        boolean right = ahead.abs().compareTo(TOLERATED) <= 0;
        return right
                ? Found.at(Finding.CLOCK_GOOD, clock.instant())
                : new Found(
                        Finding.CLOCK_WRONG,
                        String.valueOf(ahead.abs().toSeconds()),
                        ahead.isNegative() ? "behind" : "ahead",
                        null);
    }
}
