package app.parley.audit;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes along from where somebody does something, to a thread that works for no request. */
public final class Caller {

    private static final ScopedValue<String> ADDRESS = ScopedValue.newInstance();
    private static final String NOWHERE = "";

    private Caller() {}

    /** The same work; what it writes down was done from where we are called from now. */
    public static <T> Supplier<T> carriedBy(Supplier<T> work) {
        String here = AuditLog.ofRequest();
        String address = here == null ? NOWHERE : here;
        return () -> ScopedValue.where(ADDRESS, address).call(work::get);
    }

    static boolean isCarried() {
        return ADDRESS.isBound();
    }

    static @Nullable String carried() {
        String address = ADDRESS.get();
        return address.equals(NOWHERE) ? null : address;
    }
}
