package app.parley.bench;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/**
 * All the dependencies and nothing of ours: the least such an application can take to start. No component, so that
 * the tests' scan of the house passes it by.
 */
@EnableAutoConfiguration
final class EmptyApplication {

    static void main(String[] args) {
        SpringApplication.run(EmptyApplication.class, args);
    }

    @Bean
    SecurityFilterChain everythingIsOpen(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}
