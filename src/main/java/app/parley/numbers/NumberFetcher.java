package app.parley.numbers;

import app.parley.cloudapi.GraphClient;
import app.parley.cloudapi.GraphException;
import app.parley.cloudapi.PhoneNumber;
import app.parley.foundation.Trouble;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Asks Meta for the configured account's numbers once we are up, and again until Meta answers. */
@Component
class NumberFetcher {

    private static final Logger log = LoggerFactory.getLogger(NumberFetcher.class);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final Accounts accounts;
    private final Numbers numbers;
    private final GraphClient graph;

    NumberFetcher(Accounts accounts, Numbers numbers, GraphClient graph) {
        this.accounts = accounts;
        this.numbers = numbers;
        this.graph = graph;
    }

    @EventListener(ApplicationReadyEvent.class)
    void whenReady() {
        accounts.configuredAccount()
                .ifPresent(account -> Thread.ofVirtual().name("number-fetcher").start(() -> untilAnswered(account)));
    }

    private void untilAnswered(String wabaId) {
        Duration wait = Duration.ofSeconds(1);
        while (!fetch(wabaId)) {
            try {
                Thread.sleep(wait);
            } catch (InterruptedException e) {
                return;
            }
            wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
        }
    }

    private boolean fetch(String wabaId) {
        try {
            graph.phoneNumbers(wabaId, accounts.accessToken(wabaId).orElseThrow())
                    .forEach(number -> keep(wabaId, number));
            return true;
        } catch (GraphException e) {
            log.warn("The numbers of the WhatsApp account could not be fetched, trying again: {}", e.getMessage());
            return false;
        } catch (RuntimeException e) {
            log.warn("The numbers of the WhatsApp account could not be kept, trying again: {}", Trouble.in(e));
            return false;
        }
    }

    private void keep(String wabaId, PhoneNumber number) {
        if (number.id() != null) {
            String phone = number.displayPhone() == null ? number.id() : number.displayPhone();
            numbers.keep(wabaId, number.id(), phone, number.verifiedName() == null ? phone : number.verifiedName());
        }
    }
}
