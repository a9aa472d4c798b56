package app.parley.foundation;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.val;

import java.lang.reflect.Array;
import java.util.Collection;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * One of many values, given as one array. A list of as many parameters would be another statement for every length: to be
 * written, read and planned each time, and kept among those that the database has planned.
 */
public final class AnyOf {

    private AnyOf() {}

    @SuppressWarnings("unchecked")
    public static <T> Condition anyOf(Field<T> field, Collection<? extends T> values) {
        return anyOf(field, values.toArray((T[]) Array.newInstance(field.getType(), 0)));
    }

    public static <T> Condition anyOf(Field<T> field, T[] values) {
        return condition(
                "{0} = any({1})", field, val(values, field.getDataType().array()));
    }
}
