package app.parley.numbers;

import app.parley.cloudapi.AccountClient;
import app.parley.cloudapi.GraphException;
import app.parley.cloudapi.PhoneNumber;
import app.parley.cloudapi.SendingHealth;
import app.parley.foundation.Trouble;
import app.parley.foundation.WorkerLoop;
import java.time.Duration;
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

/** Asks Meta for each account's numbers and how they stand: once we are up, until Meta answers, and every few hours. */
@Component
class NumberFetcher implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(NumberFetcher.class);
    private static final Duration EVERY = Duration.ofHours(4);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final Accounts accounts;
    private final Numbers numbers;
    private final AccountClient client;
    private final Map<String, Turn> turns = new ConcurrentHashMap<>();
    private final WorkerLoop loop = new WorkerLoop("number-fetcher", FIRST_WAIT, this::askWhoIsDue);

    /** By this machine's own clock, which goes on evenly. */
    private record Turn(long dueNanos, int failures) {}

    NumberFetcher(Accounts accounts, Numbers numbers, AccountClient client) {
        this.accounts = accounts;
        this.numbers = numbers;
        this.client = client;
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

    private boolean askWhoIsDue() {
        for (String wabaId : accounts.wabaIds()) {
            Turn turn = turns.get(wabaId);
            if (turn == null || System.nanoTime() - turn.dueNanos() >= 0) {
                int failures = fetch(wabaId) ? 0 : turn == null ? 1 : turn.failures() + 1;
                Duration wait = failures == 0 ? EVERY : waiting(failures);
                turns.put(wabaId, new Turn(System.nanoTime() + wait.toNanos(), failures));
            }
        }
        return false;
    }

    private static Duration waiting(int failures) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(failures - 1, 10));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    private boolean fetch(String wabaId) {
        Optional<String> token = accounts.accessToken(wabaId);
        if (token.isEmpty()) {
            return true;
        }
        try {
            List<PhoneNumber> listed = client.phoneNumbers(wabaId, token.get());
            keep(wabaId, listed);
            health(wabaId, listed);
            numbers.accountIsNamed(wabaId, client.account(wabaId, token.get()).name());
            return true;
        } catch (GraphException e) {
            log.warn("The numbers of a WhatsApp account could not be fetched, trying again: {}", e.getMessage());
            return false;
        } catch (RuntimeException e) {
            log.warn("The numbers of a WhatsApp account could not be kept, trying again: {}", Trouble.in(e));
            return false;
        }
    }

    /** Somebody else asks now. */
    void isDueLater(String wabaId) {
        turns.put(wabaId, new Turn(System.nanoTime() + EVERY.toNanos(), 0));
    }

    /** Adds those that are new, and how each of them stands. One that is another account's is passed over. */
    void keep(String wabaId, List<PhoneNumber> listed) {
        for (PhoneNumber number : listed) {
            if (number.id() == null) {
                continue;
            }
            String phone = number.displayPhone() == null ? number.id() : number.displayPhone();
            try {
                numbers.keep(wabaId, number.id(), phone, number.verifiedName() == null ? phone : number.verifiedName());
                numbers.stands(number);
            } catch (AccountRefusedException e) {
                log.warn("A number is listed by two WhatsApp accounts: it stays with the first");
            }
        }
    }

    /** Whether each of them can send; nothing depends on it. */
    void health(String wabaId, List<PhoneNumber> listed) {
        for (PhoneNumber number : listed) {
            Optional<String> token = accounts.accessToken(wabaId);
            if (number.id() != null && token.isPresent()) {
                try {
                    SendingHealth health = client.health(number.id(), token.get());
                    numbers.sends(number.id(), health);
                } catch (GraphException e) {
                    log.info("WhatsApp does not say whether a number can send: {}", e.getMessage());
                }
            }
        }
    }
}
