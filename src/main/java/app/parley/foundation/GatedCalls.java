package app.parley.foundation;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The calls of a connection and of its statements; those that may change something go through the gate. */
final class GatedCalls implements InvocationHandler {

    private static final Set<String> CHANGING = Set.of(
            "execute",
            "executeQuery",
            "executeUpdate",
            "executeLargeUpdate",
            "executeBatch",
            "executeLargeBatch",
            "commit",
            "rollback",
            "setAutoCommit");

    /** What makes a question lock rows, return what it writes, or draw ids. */
    private static final List<String> CHANGING_QUESTIONS =
            List.of("for update", "final table", "nextval", "next value");

    private final Object target;
    private final WriteGate gate;
    private final boolean question;

    private GatedCalls(Object target, WriteGate gate, boolean question) {
        this.target = target;
        this.gate = gate;
        this.question = question;
    }

    static Connection of(Connection connection, WriteGate gate) {
        return (Connection) proxy(Connection.class, new GatedCalls(connection, gate, false));
    }

    private static Object proxy(Class<?> type, GatedCalls calls) {
        return Proxy.newProxyInstance(GatedCalls.class.getClassLoader(), new Class<?>[] {type}, calls);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (question || !CHANGING.contains(method.getName())) {
            return gated(method, arguments, call(method, arguments));
        }
        gate.enter();
        try {
            return call(method, arguments);
        } finally {
            gate.leave();
        }
    }

    private @Nullable Object call(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    /** A connection's statements are led through the gate as well. */
    private @Nullable Object gated(Method method, @Nullable Object @Nullable [] arguments, @Nullable Object result) {
        if (result instanceof PreparedStatement && arguments != null && arguments[0] instanceof String sql) {
            return proxy(method.getReturnType(), new GatedCalls(result, gate, isQuestion(sql)));
        }
        if (result instanceof Statement) {
            return proxy(method.getReturnType(), new GatedCalls(result, gate, false));
        }
        return result;
    }

    /** By plain search, at each statement: one that only looks as if it changed something goes through the gate. */
    private static boolean isQuestion(String sql) {
        String text = sql.strip().toLowerCase(Locale.ROOT);
        return text.startsWith("select ") && CHANGING_QUESTIONS.stream().noneMatch(text::contains);
    }
}
