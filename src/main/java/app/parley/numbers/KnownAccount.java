package app.parley.numbers;

import java.util.List;
import java.util.Set;

/** What calls of an account are made and proved with, opened, in memory only. */
record KnownAccount(String wabaId, String accessToken, List<AppSecret> secrets, Set<String> verifyTokens) {

    /** @param n which of a stored account's; 0 for those from the settings */
    record AppSecret(int n, String value) {

        @Override
        public String toString() {
            return "app secret " + n;
        }
    }

    /** Without the secrets, wherever this is printed. */
    @Override
    public String toString() {
        return "account " + wabaId;
    }
}
