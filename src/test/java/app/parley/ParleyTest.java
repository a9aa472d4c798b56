package app.parley;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole application without a socket, on a database of its own that is empty before each test, with a
 * {@link MutableClock}. What a test does is committed, so that after-commit events fire; no test rolls back.
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
@Import({TestBeans.class, CountingQueries.class})
@ExtendWith(FreshStart.class)
public @interface ParleyTest {}
