package app.parley.billing;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/**
 * {@code --parley.command=reconcile}: compares the ledger with the messages, says what it found and ends, with 1 when
 * something differs. An H2 database must not be open in another process.
 */
@Component
@ConditionalOnProperty(name = "parley.command", havingValue = "reconcile")
class ReconcileCommand implements ApplicationRunner {

    private final Reconciliation reconciliation;
    private final ConfigurableApplicationContext application;

    ReconcileCommand(Reconciliation reconciliation, ConfigurableApplicationContext application) {
        this.reconciliation = reconciliation;
        this.application = application;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Reconciled found = reconciliation.run();
        System.out.printf(
                "%d messages and %d entries of the ledger compared: %s%n",
                found.messages(),
                found.entries(),
                found.agrees() ? "they agree." : found.differences() + " differences.");
        found.sample().forEach(System.out::println);
        System.exit(SpringApplication.exit(application, () -> found.agrees() ? 0 : 1));
    }
}
