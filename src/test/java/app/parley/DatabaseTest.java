package app.parley;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * A {@link ParleyTest} that {@code ./mvnw test} runs twice: on H2, then on a real PostgreSQL. For everything that holds
 * SQL. On its own, with PostgreSQL: {@code ./mvnw test -Dtest=… -Dtest.database=postgresql}.
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParleyTest
@Tag("database")
public @interface DatabaseTest {}
