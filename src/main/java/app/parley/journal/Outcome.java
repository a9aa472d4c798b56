package app.parley.journal;

import app.parley.numbers.PhoneNumberEntry;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What became of a body's parts, as one state and one sentence for the admin. */
final class Outcome {

    private final Set<String> reasons = new LinkedHashSet<>();
    private final Set<String> unassigned = new LinkedHashSet<>();
    private final Map<String, Integer> notShown = new LinkedHashMap<>();
    private final Set<PhoneNumberEntry> heard = new LinkedHashSet<>();
    private boolean failed;
    private boolean odd;

    /** Trouble of ours: nothing is wrong with the body as far as we know. */
    void failed(String reason) {
        failed = true;
        reasons.add(reason);
    }

    /** A part of the body is not what it should be. */
    void odd(@Nullable String reason) {
        odd = true;
        reasons.add(reason == null ? "A part of it could not be understood." : reason);
    }

    void unassigned(String phoneNumberId) {
        unassigned.add(phoneNumberId.length() <= 64 ? phoneNumberId : phoneNumberId.substring(0, 64));
        reasons.add("The number with the id " + phoneNumberId + " is not one of ours.");
    }

    /** Something in it is kept and not shown. */
    void notShown(String what) {
        notShown.merge(what, 1, Integer::sum);
    }

    /** It came for this number of ours. */
    void heard(PhoneNumberEntry number) {
        heard.add(number);
    }

    Set<PhoneNumberEntry> heard() {
        return heard;
    }

    boolean isPlain() {
        return state() == JournalState.PROCESSED && reasons.isEmpty();
    }

    JournalState state() {
        if (failed) {
            return JournalState.FAILED;
        }
        return odd ? JournalState.QUARANTINED : unassigned.isEmpty() ? JournalState.PROCESSED : JournalState.UNASSIGNED;
    }

    /** The ids of the numbers that are not ours. */
    Set<String> unassigned() {
        return unassigned;
    }

    Map<String, Integer> notShown() {
        return notShown;
    }

    @Nullable
    String reason() {
        String text = String.join(" ", reasons);
        return text.isEmpty() ? null : text.length() <= 500 ? text : text.substring(0, 499) + "…";
    }
}
