package app.parley.numbers;

import app.parley.cloudapi.GraphClient;
import app.parley.cloudapi.GraphException;
import app.parley.cloudapi.ListedTemplate;
import app.parley.foundation.Trouble;
import app.parley.foundation.WorkerLoop;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps our templates as WhatsApp has them: asked for at the start, every few hours, soon after WhatsApp told of a
 * change, and when somebody wants to know. Meta allows an account as few as 200 such questions an hour (contract 7).
 */
@Component
class TemplateSync implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(TemplateSync.class);
    private static final Duration EVERY = Duration.ofHours(4);
    private static final Duration BETWEEN_CHANGES = Duration.ofSeconds(30);
    private static final Duration A_MOMENT = Duration.ofSeconds(20);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private final Accounts accounts;
    private final Numbers numbers;
    private final GraphClient graph;
    private final TemplateUpdater keeper;
    private final Clock clock;
    private final Map<String, Turn> turns = new ConcurrentHashMap<>();
    private final WorkerLoop loop = new WorkerLoop("template-sync", Duration.ofSeconds(2), this::askWhoIsDue);

    private record Turn(Instant due, Instant tried, boolean well, int failures) {

        Turn dueAt(Instant time) {
            return new Turn(time, tried, well, failures);
        }

        boolean wentWellJustBefore(Instant now) {
            return well && !now.isBefore(tried) && now.isBefore(tried.plus(A_MOMENT));
        }
    }

    TemplateSync(Accounts accounts, Numbers numbers, GraphClient graph, TemplateUpdater keeper, Clock clock) {
        this.accounts = accounts;
        this.numbers = numbers;
        this.graph = graph;
        this.keeper = keeper;
        this.clock = clock;
    }

    /** Not earlier: in the demo, the one to ask is this very application. */
    @EventListener(ApplicationReadyEvent.class)
    void whenReady() {
        loop.start();
    }

    @Override
    public void destroy() {
        loop.stop();
    }

    Optional<String> wabaOf(NumberId number) {
        return numbers.byId(number).map(PhoneNumberEntry::wabaId);
    }

    /** WhatsApp told of a change: what the templates consist of is to be read again, many changes at once. */
    void soon(String wabaId) {
        Instant now = clock.instant();
        turns.computeIfPresent(wabaId, (account, turn) -> {
            Instant earliest = turn.tried().plus(BETWEEN_CHANGES);
            Instant soon = earliest.isAfter(now) ? earliest : now;
            return soon.isBefore(turn.due()) ? turn.dueAt(soon) : turn;
        });
        loop.wakeAfterCommit();
    }

    /** @return whether WhatsApp answered */
    synchronized boolean refresh(String wabaId) {
        Turn turn = turns.get(wabaId);
        return (turn != null && turn.wentWellJustBefore(clock.instant())) || ask(wabaId);
    }

    private boolean askWhoIsDue() {
        accounts.wabaIds().stream().filter(this::isDue).forEach(this::ask);
        return false;
    }

    private boolean isDue(String wabaId) {
        Turn turn = turns.get(wabaId);
        return turn == null || !clock.instant().isBefore(turn.due());
    }

    private synchronized boolean ask(String wabaId) {
        Instant asked = clock.instant();
        boolean well = answered(wabaId, asked);
        turns.compute(wabaId, (account, before) -> {
            int failures = well ? 0 : before == null ? 1 : before.failures() + 1;
            return new Turn(asked.plus(well ? EVERY : waiting(failures)), asked, well, failures);
        });
        return well;
    }

    private boolean answered(String wabaId, Instant asked) {
        Optional<String> token = accounts.accessToken(wabaId);
        if (token.isEmpty()) {
            return false;
        }
        try {
            List<ListedTemplate> listed = graph.templates(wabaId, token.get());
            keeper.keep(wabaId, listed, asked);
            return true;
        } catch (GraphException e) {
            log.warn("The templates could not be fetched, trying again: {}", e.getMessage());
        } catch (RuntimeException e) {
            log.warn("The templates could not be kept, trying again: {}", Trouble.in(e));
        }
        return false;
    }

    private static Duration waiting(int failures) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(failures - 1, 10));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }
}
