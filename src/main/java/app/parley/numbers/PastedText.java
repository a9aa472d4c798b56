package app.parley.numbers;

/** What people paste brings blanks and line ends along, which are no part of it. */
final class PastedText {

    private static final int LONGEST_TOKEN = 2_000;
    private static final int LONGEST_SECRET = 200;

    private PastedText() {}

    static String wabaId(String pasted) {
        String id = pasted.strip();
        if (!id.matches("\\d{5,30}")) {
            throw new AccountRefusedException(AccountRefusal.WABA_ID_WRONG);
        }
        return id;
    }

    static String token(String pasted) {
        return checked(pasted.strip(), LONGEST_TOKEN, AccountRefusal.TOKEN_MALFORMED);
    }

    static String secret(String pasted) {
        return checked(pasted.strip(), LONGEST_SECRET, AccountRefusal.SECRET_MALFORMED);
    }

    /** ASCII that can be seen: a header holds nothing else. */
    private static String checked(String value, int longest, AccountRefusal refusal) {
        boolean good =
                !value.isEmpty() && value.length() <= longest && value.chars().allMatch(c -> c > ' ' && c < 0x7f);
        if (!good) {
            throw new AccountRefusedException(refusal);
        }
        return value;
    }
}
