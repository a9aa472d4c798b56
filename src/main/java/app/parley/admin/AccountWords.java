package app.parley.admin;

import app.parley.numbers.AccountRefusal;
import app.parley.numbers.AccountRefusedException;
import app.parley.numbers.CheckResult;
import app.parley.numbers.Finding;
import com.vaadin.flow.component.Component;

/** What became of a change of an account, and what a check of it found, in words. */
final class AccountWords {

    private AccountWords() {}

    /** Why it was not done. */
    static String of(RuntimeException trouble, Component words) {
        return trouble instanceof AccountRefusedException refused
                ? words.getTranslation("numbers.refused." + refused.refusal(), refused.about())
                : words.getTranslation("numbers.refused.trouble");
    }

    /** Which field of a form it is about: "waba", "token", "secret", or "" for none of them. */
    static String field(RuntimeException trouble) {
        AccountRefusal refusal = trouble instanceof AccountRefusedException refused ? refused.refusal() : null;
        if (refusal == null) {
            return "";
        }
        return switch (refusal) {
            case WABA_ID_WRONG, FROM_SETTINGS, KNOWN_ALREADY, NOT_THIS_ACCOUNT -> "waba";
            case TOKEN_MALFORMED, TOKEN_REFUSED, TOKEN_EXPIRED -> "token";
            case SECRET_MALFORMED, SECRET_OF_ANOTHER_APP, KNOWN_SECRET, TOO_MANY_SECRETS, LAST_SECRET -> "secret";
            case PROOF_REQUIRED, NO_NUMBERS, NUMBER_TAKEN, UNREACHABLE, REFUSED, CHANGED_MEANWHILE -> "";
        };
    }

    /** Whether what is on the screen is no longer so. */
    static boolean isOutdated(RuntimeException trouble) {
        return trouble instanceof AccountRefusedException refused
                && refused.refusal() == AccountRefusal.CHANGED_MEANWHILE;
    }

    static String of(CheckResult found, ReaderTime time, Component words) {
        return words.getTranslation(
                "connection." + found.finding(),
                isCount(found) ? Integer.valueOf(found.about()) : found.about(),
                found.more().equals("ahead") || found.more().equals("behind")
                        ? words.getTranslation("connection.clock." + found.more())
                        : found.more(),
                found.at() == null ? "" : time.words(found.at()));
    }

    private static boolean isCount(CheckResult found) {
        return found.finding() == Finding.NUMBERS_GOOD || found.finding() == Finding.SIGNATURE_GOOD;
    }
}
