package app.parley.numbers;

import app.parley.cloudapi.GraphError;
import app.parley.cloudapi.GraphException;

/** An account was not added or changed; what was stored before stands. */
public class AccountRefusedException extends RuntimeException {

    private static final int TOKEN = 190;
    private static final int RUN_OUT = 463;
    private static final int BAD_REQUEST = 100;
    private static final int NOT_THERE = 33;

    private final AccountRefusal refusal;
    private final String about;

    AccountRefusedException(AccountRefusal refusal) {
        this(refusal, "");
    }

    /** @param about what the sentence names: a number, or what WhatsApp says */
    AccountRefusedException(AccountRefusal refusal, String about) {
        super(refusal.name());
        this.refusal = refusal;
        this.about = about;
    }

    /** In our words, as far as they go. */
    static AccountRefusedException of(GraphException e) {
        return e.error()
                .map(AccountRefusedException::of)
                .orElseGet(() -> new AccountRefusedException(AccountRefusal.UNREACHABLE));
    }

    private static AccountRefusedException of(GraphError error) {
        if (error.code() == 0 || error.code() == TOKEN) {
            return new AccountRefusedException(
                    error.subcode() == RUN_OUT ? AccountRefusal.TOKEN_EXPIRED : AccountRefusal.TOKEN_REFUSED);
        }
        if (error.title().contains("appsecret_proof")) {
            return new AccountRefusedException(AccountRefusal.PROOF_REQUIRED);
        }
        boolean hidden = error.code() == 3
                || error.code() == 10
                || (error.code() >= 200 && error.code() <= 299)
                || (error.code() == BAD_REQUEST && error.subcode() == NOT_THERE);
        return hidden
                ? new AccountRefusedException(AccountRefusal.NOT_THIS_ACCOUNT)
                : new AccountRefusedException(AccountRefusal.REFUSED, String.valueOf(error.code()));
    }

    public AccountRefusal refusal() {
        return refusal;
    }

    public String about() {
        return about;
    }
}
