package app.parley.rights;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.Given;
import app.parley.MutableClock;
import app.parley.ParleyTest;
import app.parley.conversations.ConversationId;
import app.parley.conversations.InboxQueries;
import app.parley.conversations.MessageId;
import app.parley.conversations.NumberCount;
import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import app.parley.team.Logins;
import app.parley.team.TeamAdministration;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Every method of every door that works on an agent's behalf, tried as everybody. Who may not is refused, or finds
 * nothing, and changes nothing; who may is not refused.
 */
@ParleyTest
@SpringBootTest(properties = "parley.whatsapp.graph-url=http://localhost:9")
class DoorsTest {

    private static final Set<String> REFUSALS = Set.of("NOT_FOUND", "NOT_ALLOWED");

    /** The journal's worker and the like change these on their own. */
    private static final Set<String> NOBODYS = Set.of("flyway_schema_history", "lease", "audit_entry");

    @Autowired
    ApplicationContext rooms;

    @Autowired
    Given given;

    @Autowired
    TeamAdministration administration;

    @Autowired
    Logins logins;

    @Autowired
    InboxQueries inbox;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcTemplate database;

    final Map<String, AgentId> people = new LinkedHashMap<>();
    Arguments arguments =
            new Arguments(new ConversationId(0), new MessageId(0), new NumberId(0), new AgentId(0), MutableClock.START);

    @BeforeEach
    void everybodyIsThere() {
        NumberId bakery = given.pausedNumber(Given.BAKERY);
        NumberId catering = given.pausedNumber(Given.CATERING);
        ConversationId conversation = given.writes(bakery, Given.MARTA, "Is the almond tart still there?");
        MessageId message = new MessageId(
                Objects.requireNonNull(database.queryForObject("select max(id) from message", Long.class)));
        AgentId admin = given.admin("Carla");
        AgentId gone = given.admin("Gone");
        people.put("nobody", new AgentId(4711));
        people.put("a disabled admin", gone);
        people.put("an agent without the number", given.agentOf("Ben", catering));
        people.put("an agent with the number", given.agentOf("Ana", bakery));
        people.put("an agent who sees billing", given.agent("Bea"));
        people.put("an agent who would see billing with every number", given.agentOf("Eva", catering));
        people.put("an admin", admin);
        given.letsSeeBilling(admin, of("an agent who sees billing"), true);
        given.letsSeeBilling(admin, of("an agent who would see billing with every number"), true);
        administration.disable(admin, gone);
        arguments = new Arguments(conversation, message, bakery, given.agent("Col"), clock.instant());
    }

    static Stream<Method> methods() {
        return Doors.methods().stream();
    }

    @Test
    void everyMethodIsClassifiedAndNothingElseIs() {
        Set<String> found = Doors.methods().stream().map(Doors::name).collect(Collectors.toSet());
        assertThat(found).isEqualTo(Doors.audiences().keySet());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void whoMayNotFindsNothingAndChangesNothing(Method method) {
        Audience audience = Objects.requireNonNull(Doors.audiences().get(Doors.name(method)), Doors.name(method));
        people.forEach((name, who) -> {
            if (!mayUse(audience, name)) {
                Map<String, List<Map<String, Object>>> before = everything();
                assertThat(isNothing(outcome(method, who)))
                        .as(name + " finds nothing by " + method)
                        .isTrue();
                assertThat(everything())
                        .as(name + " changes nothing by " + method)
                        .isEqualTo(before);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("methods")
    void whoMayIsNotRefused(Method method) {
        Audience audience = Objects.requireNonNull(Doors.audiences().get(Doors.name(method)), Doors.name(method));
        people.forEach((name, who) -> {
            if (mayUse(audience, name) && isTelling(audience, method)) {
                assertThat(outcome(method, who) instanceof Refused)
                        .as(name + " is refused " + method)
                        .isFalse();
            }
        });
    }

    @Test
    void everybodySeesWhereTheyThemselvesAreLoggedIn() {
        AgentId ben = of("an agent without the number");
        assertThat(logins.of(ben, ben)).isEmpty();
        logins.end(ben, ben, List.of());
    }

    @Test
    void anAgentIsToldOfTheirOwnNumbersOnly() {
        assertThat(inbox.numbers(of("an agent with the number")))
                .singleElement()
                .extracting(NumberCount::phoneNumberId)
                .isEqualTo(Given.BAKERY);
    }

    /** Only what failed is sent again, which nothing here did. */
    private static boolean isTelling(Audience audience, Method method) {
        return audience != Audience.THE_APPLICATION
                && audience != Audience.ONESELF
                && !Doors.name(method).equals("Conversations.resend");
    }

    private static boolean mayUse(Audience audience, String name) {
        return switch (audience) {
            case ADMINS -> name.equals("an admin");
            case BILLING -> name.equals("an admin") || name.equals("an agent who sees billing");
            case OF_THE_NUMBER ->
                name.equals("an admin")
                        || name.equals("an agent with the number")
                        || name.equals("an agent who sees billing");
            case ANYBODY, ONESELF, THE_APPLICATION -> true;
        };
    }

    private record Refused() {}

    private @Nullable Object outcome(Method method, AgentId who) {
        try {
            return method.invoke(rooms.getBean(method.getDeclaringClass()), arguments.of(method, who));
        } catch (InvocationTargetException e) {
            return isRefusal(e.getTargetException()) ? new Refused() : "something else: " + e.getTargetException();
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isRefusal(Throwable thrown) {
        return thrown.getClass().getSimpleName().endsWith("RefusedException")
                && REFUSALS.contains(String.valueOf(thrown.getMessage()));
    }

    private static boolean isNothing(@Nullable Object outcome) {
        return switch (outcome) {
            case null -> true;
            case Refused _ -> true;
            case Optional<?> maybe -> isNothing(maybe.orElse(null));
            case Collection<?> some -> some.isEmpty();
            case Boolean yes -> !yes;
            case Number number -> number.longValue() == 0;
            case Record parts ->
                Arrays.stream(parts.getClass().getRecordComponents()).allMatch(part -> isNothing(part(parts, part)));
            default -> false;
        };
    }

    private static @Nullable Object part(Record whole, RecordComponent part) {
        try {
            Method accessor = part.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(whole);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("A part of a record cannot be read", e);
        }
    }

    private Map<String, List<Map<String, Object>>> everything() {
        return database
                .queryForList(
                        "select table_name from information_schema.tables where table_schema = 'public'"
                                + " and table_type = 'BASE TABLE'",
                        String.class)
                .stream()
                .filter(table -> !NOBODYS.contains(table))
                .collect(Collectors.toMap(table -> table, table -> database.queryForList("select * from " + table)));
    }

    private AgentId of(String name) {
        return Objects.requireNonNull(people.get(name));
    }
}
