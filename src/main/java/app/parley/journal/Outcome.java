package app.parley.journal;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What became of a body's parts, as one state and one sentence for the admin. */
final class Outcome {

    private final Set<String> reasons = new LinkedHashSet<>();
    private JournalState state = JournalState.PROCESSED;

    void failed(@Nullable String reason) {
        state = JournalState.QUARANTINED;
        reasons.add(reason == null ? "Unknown trouble." : reason);
    }

    void unassigned(String phoneNumberId) {
        if (state == JournalState.PROCESSED) {
            state = JournalState.UNASSIGNED;
        }
        reasons.add("The number with the id " + phoneNumberId + " is not one of ours.");
    }

    JournalState state() {
        return state;
    }

    @Nullable
    String reason() {
        String text = String.join(" ", reasons);
        return text.isEmpty() ? null : text.length() <= 500 ? text : text.substring(0, 500);
    }
}
