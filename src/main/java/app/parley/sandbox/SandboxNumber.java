package app.parley.sandbox;

/** A business number of the account that the sandbox plays. */
record SandboxNumber(String phoneNumberId, String displayPhone, String name) {

    /** As webhooks show it: digits only. */
    String digits() {
        return displayPhone.replaceAll("\\D", "");
    }
}
