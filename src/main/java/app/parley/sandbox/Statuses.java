package app.parley.sandbox;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What becomes of an accepted message, told by webhook (contract section 3). */
@SandboxComponent
final class Statuses implements DisposableBean {

    private final SandboxSettings settings;
    private final SandboxWebhooks webhooks;
    private final Envelope envelope;
    private final Phones phones;
    private final TemplateStore templates;
    private final AnalyticsStore analytics;
    private final Clock clock;
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("sandbox-statuses").daemon().factory());
    private volatile boolean readsAutomatically;
    private volatile StatusMix mix = StatusMix.PLAIN;

    Statuses(
            SandboxSettings settings,
            SandboxWebhooks webhooks,
            Envelope envelope,
            Phones phones,
            TemplateStore templates,
            AnalyticsStore analytics,
            Clock clock) {
        this.settings = settings;
        this.webhooks = webhooks;
        this.envelope = envelope;
        this.phones = phones;
        this.templates = templates;
        this.analytics = analytics;
        this.clock = clock;
        this.readsAutomatically = settings.readsAutomatically();
    }

    void readAutomatically(boolean automatically) {
        readsAutomatically = automatically;
    }

    void come(StatusMix mix) {
        this.mix = mix;
    }

    void follow(Sending sending, JsonNode message, SimulatedOutcome outcome) {
        if (mix.shuffled() && outcome.outcome() != SimulatedOutcome.Outcome.FAILS_LATER) {
            followShuffled(sending, message);
            return;
        }
        after(1, () -> {
            post(sending, "sent", 0);
            // Meta tells nothing more about a reaction.
            if (sending.type().equals("reaction")) {
                show(sending, message);
            } else if (outcome.outcome() == SimulatedOutcome.Outcome.FAILS_LATER) {
                after(1, () -> post(sending, "failed", outcome.code()));
            } else {
                after(1, () -> arrive(sending, message));
            }
        });
    }

    private void followShuffled(Sending sending, JsonNode message) {
        List<String> states = readsAutomatically ? List.of("sent", "delivered", "read") : List.of("sent", "delivered");
        states.forEach(state -> after(3 * mix.lot().nextDouble(), () -> post(sending, state, 0)));
        after(1, () -> show(sending, message));
    }

    /** The customer looks at the phone: what was not read before is read now. */
    void look(Phone phone) {
        phone.readByCustomer().forEach(sending -> post(sending, "read", 0));
        phones.changed(phone.id());
    }

    @Override
    public void destroy() {
        later.shutdownNow();
    }

    private void arrive(Sending sending, JsonNode message) {
        post(sending, "delivered", 0);
        Phone phone = show(sending, message);
        if (readsAutomatically || phone.isWatched()) {
            after(1, () -> look(phone));
        }
    }

    private Phone show(Sending sending, JsonNode message) {
        Phone phone = phones.phone(sending.number(), sending.customer());
        if (sending.type().equals("reaction")) {
            JsonNode reaction = message.path("reaction");
            String emoji = reaction.path("emoji").asString("");
            phone.change(reaction.path("message_id").asString(""), it -> it.withReaction(emoji));
        } else {
            TemplateOnPhone shown = templates.shown(sending.type(), message);
            phone.put(new PhoneMessage(
                    sending.id(),
                    false,
                    sending.type(),
                    shown.text(),
                    clock.instant(),
                    Ticks.DELIVERED,
                    "",
                    shown.replies(),
                    sending));
        }
        phones.changed(phone.id());
        return phone;
    }

    private void post(Sending sending, String state, int code) {
        Instant now = clock.instant();
        ObjectNode status = StatusShape.of(sending, state, code, now);
        for (int times = mix.times(); times > 0; times--) {
            webhooks.post(sending.phone(), envelope.status(sending.number(), sending.customer(), status), () -> {});
        }
        if (state.equals("delivered")) {
            analytics.delivered(sending, now);
        }
    }

    private void after(double delays, Runnable step) {
        long millis = (long) (settings.statusDelay().toMillis() * delays);
        var scheduled = later.schedule(step, millis, TimeUnit.MILLISECONDS);
        assert !scheduled.isCancelled();
    }
}
