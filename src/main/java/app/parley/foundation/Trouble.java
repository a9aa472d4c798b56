package app.parley.foundation;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, in words fit for a log: the kinds of exceptions and where the first came from. Never their messages,
 * in which databases quote the very values they were given: texts, and ids that contain phone numbers.
 */
public final class Trouble {

    private Trouble() {}

    public static String in(Throwable trouble) {
        List<String> kinds = new ArrayList<>();
        for (Throwable each = trouble; each != null && kinds.size() < 5; each = each.getCause()) {
            kinds.add(kind(each));
        }
        return String.join(" < ", kinds) + origin(trouble);
    }

    private static String kind(Throwable trouble) {
        String name = trouble.getClass().getSimpleName();
        return trouble instanceof SQLException sql ? name + " " + sql.getSQLState() : name;
    }

    private static String origin(Throwable trouble) {
        for (@Nullable StackTraceElement element : trouble.getStackTrace()) {
            if (element != null && element.getClassName().startsWith("app.parley")) {
                return " at " + element;
            }
        }
        return "";
    }
}
