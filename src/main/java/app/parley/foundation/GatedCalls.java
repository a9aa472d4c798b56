package app.parley.foundation;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Set;
import java.util.regex.Pattern;
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

    /** One that locks no rows, returns none that it writes, and draws no ids. */
    private static final Pattern QUESTION = Pattern.compile(
            "\\s*select\\b(?!.*\\b(for update|final table|nextval|next value)\\b).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

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
            return proxy(
                    method.getReturnType(),
                    new GatedCalls(result, gate, QUESTION.matcher(sql).matches()));
        }
        if (result instanceof Statement) {
            return proxy(method.getReturnType(), new GatedCalls(result, gate, false));
        }
        return result;
    }
}
