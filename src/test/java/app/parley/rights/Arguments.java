package app.parley.rights;

import app.parley.conversations.ConversationId;
import app.parley.conversations.Filter;
import app.parley.conversations.ListOrder;
import app.parley.conversations.MessageId;
import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;

/**
 * Something to ask with: what a method wants, made of what there is. Where nothing can be made, null; rights are looked
 * at before anything else, so that it matters only to who has them.
 */
record Arguments(ConversationId conversation, MessageId message, NumberId number, AgentId colleague, Instant now) {

    /** With {@code who} asking, who is always the first agent that is named. */
    @Nullable
    Object[] of(Method method, AgentId who) {
        boolean asked = false;
        Parameter[] parameters = method.getParameters();
        @Nullable Object[] values = new Object[parameters.length];
        for (int i = 0; i < parameters.length; i++) {
            boolean isAsker = parameters[i].getType() == AgentId.class && !asked;
            asked |= isAsker;
            values[i] = isAsker ? who : value(ResolvableType.forMethodParameter(method, i), parameters[i].getName());
        }
        return values;
    }

    private @Nullable Object value(ResolvableType type, String name) {
        Class<?> kind = type.resolve(Object.class);
        if (Collection.class.isAssignableFrom(kind)) {
            Class<?> of = type.getGeneric(0).resolve(Object.class);
            Object one = of == ConversationId.class ? conversation : of == MessageId.class ? message : null;
            return one == null ? kind == Set.class ? Set.of() : List.of() : List.of(one);
        }
        Object known = known(kind, name);
        if (known != null) {
            return known;
        }
        if (kind.isEnum()) {
            return kind.getEnumConstants()[0];
        }
        if (kind.isSealed()) {
            return Arrays.stream(kind.getPermittedSubclasses())
                    .filter(Class::isRecord)
                    .map(this::record)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
        return kind.isRecord() ? record(kind) : null;
    }

    private @Nullable Object known(Class<?> kind, String name) {
        Map<Class<?>, Object> all = Map.ofEntries(
                Map.entry(ConversationId.class, conversation),
                Map.entry(MessageId.class, message),
                Map.entry(NumberId.class, number),
                Map.entry(AgentId.class, colleague),
                Map.entry(Filter.class, Filter.ALL),
                Map.entry(ListOrder.class, ListOrder.NEWEST),
                Map.entry(Instant.class, now.plusSeconds(3600)),
                Map.entry(LocalDate.class, LocalDate.ofInstant(now, ZoneOffset.UTC)),
                Map.entry(YearMonth.class, YearMonth.from(now.atZone(ZoneOffset.UTC))),
                Map.entry(ZoneId.class, ZoneOffset.UTC),
                Map.entry(BigDecimal.class, BigDecimal.ONE),
                Map.entry(Appendable.class, new StringBuilder()),
                Map.entry(InputStream.class, new ByteArrayInputStream(new byte[] {1, 2, 3})),
                Map.entry(byte[].class, new byte[0]),
                Map.entry(long.class, 1L),
                Map.entry(int.class, 50),
                Map.entry(boolean.class, true));
        return kind == String.class ? text(name) : all.get(kind);
    }

    private static String text(String name) {
        return switch (name) {
            case "email" -> UUID.randomUUID() + "@bonita.example";
            case "waId" -> "34612550999";
            case "sendKey", "id" -> UUID.randomUUID().toString();
            default -> "Something";
        };
    }

    private @Nullable Object record(Class<?> kind) {
        RecordComponent[] parts = kind.getRecordComponents();
        try {
            Constructor<?> constructor = kind.getDeclaredConstructor(
                    Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
            @Nullable
            Object[] values = Arrays.stream(parts)
                    .map(part -> value(ResolvableType.forType(part.getGenericType()), part.getName()))
                    .toArray();
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }
}
