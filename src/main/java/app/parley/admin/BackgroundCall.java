package app.parley.admin;

import app.parley.audit.Caller;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.function.Supplier;

/** Asks somebody who may take a while, WhatsApp for instance, without the tab's lock. */
final class BackgroundCall {

    private BackgroundCall() {}

    /** Exactly one of the two is called, under the lock, unless the tab is gone by then. */
    static <T> void ask(
            UI ui,
            Supplier<T> question,
            SerializableConsumer<T> answered,
            SerializableConsumer<RuntimeException> failed) {
        SerializableConsumer<T> well = ui.accessLater(answered, () -> {});
        SerializableConsumer<RuntimeException> badly = ui.accessLater(failed, () -> {});
        Supplier<T> carried = Caller.carriedBy(question);
        Thread.ofVirtual().name("asking").start(() -> {
            T answer;
            try {
                answer = carried.get();
            } catch (RuntimeException e) {
                badly.accept(e);
                return;
            }
            well.accept(answer);
        });
    }
}
