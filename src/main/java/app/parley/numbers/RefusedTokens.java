package app.parley.numbers;

import app.parley.foundation.Trouble;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Tells a token that is no good from one that was good until an admin replaced it, while a call was made with it. */
@Service
public class RefusedTokens {

    private static final Logger log = LoggerFactory.getLogger(RefusedTokens.class);

    /** Meta's codes for a token it does not take (contract 4.2). */
    static final Set<Integer> CODES = Set.of(0, 190);

    private final Accounts accounts;
    private final AccountRefresh watch;
    private final AccountWriter writing;

    RefusedTokens(Accounts accounts, AccountRefresh watch, AccountWriter writing) {
        this.accounts = accounts;
        this.watch = watch;
        this.writing = writing;
    }

    /**
     * Whether the account has another token by now, so that this refusal says nothing of its numbers. Reads the database;
     * call it outside any transaction.
     */
    public boolean isReplaced(String wabaId, int code, String token) {
        if (!CODES.contains(code)) {
            return false;
        }
        try {
            watch.refresh();
        } catch (RuntimeException e) {
            log.warn("The accounts could not be read again: {}", Trouble.in(e));
        }
        return !accounts.accessToken(wabaId).filter(token::equals).isPresent();
    }

    /** For who has paused a number: the token may have been replaced, and its numbers resumed, just before. */
    public void resumeIfReplaced(String wabaId, int code, String token) {
        try {
            if (isReplaced(wabaId, code, token)) {
                writing.resumeRefused(wabaId);
            }
        } catch (RuntimeException e) {
            log.warn("Numbers with a new access token could not be resumed: {}", Trouble.in(e));
        }
    }
}
