package app.parley.sandbox;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Meta's titles for its error codes, and the HTTP status each comes with (contract section 4.2). */
final class ErrorWords {

    private static final Map<Integer, String> TITLES = new TreeMap<>();

    static {
        TITLES.put(0, "AuthException");
        TITLES.put(1, "API Unknown");
        TITLES.put(2, "API Service");
        TITLES.put(3, "API Method");
        TITLES.put(4, "Application request limit reached");
        TITLES.put(10, "Permission Denied");
        TITLES.put(33, "Parameter value is not valid");
        TITLES.put(100, "Invalid parameter");
        TITLES.put(190, "Access token has expired");
        TITLES.put(200, "API Permission");
        TITLES.put(368, "Temporarily blocked for policies violations");
        TITLES.put(80007, "Rate limit issues");
        TITLES.put(130403, "User is blocked");
        TITLES.put(130429, "Rate limit hit");
        TITLES.put(130472, "User's number is part of an experiment");
        TITLES.put(130497, "Business account is restricted from messaging users in this country");
        TITLES.put(131000, "Something went wrong");
        TITLES.put(131005, "Access denied");
        TITLES.put(131008, "Required parameter is missing");
        TITLES.put(131009, "Parameter value is not valid");
        TITLES.put(131016, "Service unavailable");
        TITLES.put(131021, "Recipient cannot be sender");
        TITLES.put(131026, "Message undeliverable");
        TITLES.put(131030, "Recipient phone number not in allowed list");
        TITLES.put(131031, "Business account has been locked");
        TITLES.put(131037, "Display name approval needed");
        TITLES.put(131042, "Business eligibility payment issue");
        TITLES.put(131045, "Phone number registration error");
        TITLES.put(131047, "Re-engagement message");
        TITLES.put(131048, "Spam rate limit hit");
        TITLES.put(131049, "This message was not delivered to maintain healthy ecosystem engagement.");
        TITLES.put(131050, "User has stopped marketing messages");
        TITLES.put(131051, "Unsupported message type");
        TITLES.put(131053, "Media upload error");
        TITLES.put(131056, "(Business Account, Consumer Account) pair rate limit hit");
        TITLES.put(131057, "Business account is in maintenance mode");
        TITLES.put(131062, "Recipient not supported");
        TITLES.put(131064, "Template limit reached");
        TITLES.put(132000, "Template parameter count mismatch");
        TITLES.put(132001, "Template does not exist");
        TITLES.put(132005, "Template hydrated text too long");
        TITLES.put(132007, "Template format character policy violated");
        TITLES.put(132012, "Template parameter format mismatch");
        TITLES.put(132015, "Template is paused");
        TITLES.put(132016, "Template is disabled");
        TITLES.put(132018, "Template parameters are not valid");
        TITLES.put(133004, "Server temporarily unavailable");
        TITLES.put(133010, "Phone number not registered");
        TITLES.put(134011, "Payments terms of service not accepted");
        TITLES.put(135000, "Generic user error");
        TITLES.put(2494100, "Account in maintenance mode");
    }

    private ErrorWords() {}

    static String title(int code) {
        return TITLES.getOrDefault(code, "Something went wrong");
    }

    static List<Integer> codes() {
        return List.copyOf(TITLES.keySet());
    }

    static int status(int code) {
        return switch (code) {
            case 0, 190 -> 401;
            case 3, 10, 200, 131005 -> 403;
            case 4, 80007, 130429 -> 429;
            case 1, 2, 131000, 131016, 133004 -> 500;
            default -> 400;
        };
    }
}
