package app.parley;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

@TestConfiguration(proxyBeanMethods = false)
class TestBeans {

    private static final int LEAST_STRENGTH = 4;

    @Bean
    @Primary
    MutableClock mutableClock() {
        return new MutableClock();
    }

    /** Of the same kind, at a hundredth of its cost: tests make people by the hundred. */
    @Bean
    @Primary
    PasswordEncoder cheapPasswordEncoder() {
        return new BCryptPasswordEncoder(LEAST_STRENGTH);
    }
}
