package app.parley.admin;

import app.parley.health.HealthStatus;
import app.parley.numbers.NumberHealth;
import app.parley.numbers.Numbers;
import java.util.List;

/** When each number was last heard of, and what WhatsApp thinks of it. */
final class NumbersBlock extends HealthBlock<List<NumberHealth>> {

    private final transient Numbers numbers;
    private final transient ReaderTime time;

    NumbersBlock(Numbers numbers, ReaderTime time) {
        super("numbers");
        this.numbers = numbers;
        this.time = time;
    }

    @Override
    List<NumberHealth> ask() {
        return numbers.health();
    }

    @Override
    void show(List<NumberHealth> all) {
        if (all.isEmpty()) {
            warn("health.numbers.none");
            return;
        }
        HealthLines lines = new HealthLines();
        all.forEach(number -> lines.line(number.name(), more(number), lastWebhook(number)));
        add(lines);
        all.stream()
                .filter(number -> "FLAGGED".equals(number.quality()))
                .forEach(number -> warn("health.numbers.flagged", number.name()));
    }

    private String more(NumberHealth number) {
        return MetaWords.joined(
                number.displayPhone(),
                number.enabled() ? "" : getTranslation("health.numbers.disabled"),
                number.paused() ? getTranslation("health.numbers.paused") : "",
                HealthStatus.hasTokenTrouble(number) ? getTranslation("health.numbers.token") : "",
                number.quality() == null
                        ? ""
                        : getTranslation("health.numbers.quality", MetaWords.of(number.quality(), this)),
                number.messagingLimit() == null
                        ? ""
                        : getTranslation("health.numbers.limit", MetaWords.of(number.messagingLimit(), this)));
    }

    private String lastWebhook(NumberHealth number) {
        return number.lastWebhookAt() == null
                ? getTranslation("health.numbers.silent")
                : getTranslation("health.numbers.last", time.words(number.lastWebhookAt()));
    }
}
