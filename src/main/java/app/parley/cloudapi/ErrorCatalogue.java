package app.parley.cloudapi;

import static app.parley.cloudapi.Course.FAIL;
import static app.parley.cloudapi.Course.MAINTENANCE;
import static app.parley.cloudapi.Course.PAUSE;
import static app.parley.cloudapi.Course.PAUSE_AND_FAIL;
import static app.parley.cloudapi.Course.REST;
import static app.parley.cloudapi.Course.RETRY;
import static app.parley.cloudapi.Course.RETRY_A_LITTLE;
import static app.parley.cloudapi.Course.SLOW_DOWN;
import static app.parley.cloudapi.Course.SPARE_CUSTOMER;
import static app.parley.cloudapi.Remedy.NONE;
import static app.parley.cloudapi.Remedy.SEND_TEMPLATE;
import static app.parley.cloudapi.Remedy.TRY_AGAIN;

import java.util.HashMap;
import java.util.Map;

/**
 * Meta's error codes and what each asks for (contract 4.2): what the outbox does, and what helps the agent once the
 * message failed for good. Codes that are not here fail, and may be tried again by hand.
 */
final class ErrorCatalogue {

    record Entry(Course course, Remedy remedy) {}

    private static final Entry UNLISTED = new Entry(FAIL, TRY_AGAIN);

    private static final Map<Integer, Entry> ENTRIES = new HashMap<>();

    static {
        put(RETRY, TRY_AGAIN, 1, 2, 131016, 133004);
        put(RETRY_A_LITTLE, TRY_AGAIN, 131000, 135000);
        put(SLOW_DOWN, TRY_AGAIN, 130429);
        put(SPARE_CUSTOMER, TRY_AGAIN, 131056);
        put(REST, TRY_AGAIN, 4, 80007);
        put(MAINTENANCE, TRY_AGAIN, 131057, 2494100);
        // The token and its rights.
        put(PAUSE, TRY_AGAIN, 0, 190, 3, 10, 131005);
        for (int code = 200; code <= 299; code++) {
            put(PAUSE, TRY_AGAIN, code);
        }
        // The account: locked, against the policies, not paid for. The number: its name, its registration.
        put(PAUSE, TRY_AGAIN, 131031, 368, 131042, 131037, 131045);
        put(PAUSE, TRY_AGAIN, 133000, 133001, 133002, 133003, 133005, 133006, 133007, 133008, 133009, 133010);
        put(PAUSE, TRY_AGAIN, 133015, 133016);
        put(PAUSE_AND_FAIL, NONE, 33);
        // Only to this country's customers may nothing be sent (130497): the number goes on for the others.
        put(FAIL, NONE, 130497);
        // Customers block or report the number: an agent may try later, nobody else.
        put(FAIL, TRY_AGAIN, 131048);
        put(FAIL, SEND_TEMPLATE, GraphError.RE_ENGAGEMENT);
        // The template is gone, paused or filled in wrongly: another one may do.
        put(FAIL, SEND_TEMPLATE, 132000, 132001, 132005, 132007, 132012, 132015, 132016, 132018);
        put(FAIL, NONE, 132068, 132069);
        // An admin adds the customer to the test number's list, or the file is uploaded anew.
        put(FAIL, TRY_AGAIN, 131030, 131053);
        // Malformed by us, or nothing for this customer.
        put(FAIL, NONE, 100, 131008, 131009, 131021, 131051, 131052, 131060, 131062, 131063, 134011);
        put(FAIL, NONE, 130403, 130472, 131026, 131049, 131050, 131064);
    }

    private ErrorCatalogue() {}

    static Entry of(int code) {
        return ENTRIES.getOrDefault(code, UNLISTED);
    }

    static boolean lists(int code) {
        return ENTRIES.containsKey(code);
    }

    private static void put(Course course, Remedy remedy, int... codes) {
        for (int code : codes) {
            ENTRIES.put(code, new Entry(course, remedy));
        }
    }
}
