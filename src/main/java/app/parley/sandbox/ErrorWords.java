package app.parley.sandbox;

import java.util.List;
import java.util.Map;

/** Meta's titles for the error codes that the sandbox can play (contract section 4.2). */
final class ErrorWords {

    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(4, "Application request limit reached"),
            Map.entry(100, "Invalid parameter"),
            Map.entry(130429, "Rate limit hit"),
            Map.entry(130472, "User's number is part of an experiment"),
            Map.entry(131000, "Something went wrong"),
            Map.entry(131008, "Required parameter is missing"),
            Map.entry(131009, "Parameter value is not valid"),
            Map.entry(131016, "Service unavailable"),
            Map.entry(131026, "Message undeliverable"),
            Map.entry(131031, "Business account has been locked"),
            Map.entry(131042, "Business eligibility payment issue"),
            Map.entry(131047, "Re-engagement message"),
            Map.entry(131049, "This message was not delivered to maintain healthy ecosystem engagement."),
            Map.entry(131053, "Media upload error"),
            Map.entry(132000, "Number of parameters does not match the expected number of params"),
            Map.entry(132001, "Template name does not exist in the translation"),
            Map.entry(132012, "Parameter format does not match format in the created template"),
            Map.entry(132015, "Template is paused"),
            Map.entry(132016, "Template is disabled"),
            Map.entry(132018, "Template parameters are not valid"),
            Map.entry(131056, "(Business Account, Consumer Account) pair rate limit hit"));

    private ErrorWords() {}

    static String title(int code) {
        return TITLES.getOrDefault(code, "Something went wrong");
    }

    static List<Integer> codes() {
        return TITLES.keySet().stream().sorted().toList();
    }
}
