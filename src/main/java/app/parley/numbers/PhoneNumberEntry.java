package app.parley.numbers;

/** A number of ours: where it belongs and how it is written. {@code paused} means that nothing is sent from it. */
public record PhoneNumberEntry(
        NumberId id,
        String wabaId,
        String phoneNumberId,
        String displayPhone,
        String name,
        boolean enabled,
        boolean paused) {}
