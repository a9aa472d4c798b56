package app.parley.team;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;

/** Teaches Spring Data that an agent's id is a number in the database and an {@link AgentId} everywhere else. */
@Configuration(proxyBeanMethods = false)
class AgentIdConversion {

    @Bean
    JdbcCustomConversions jdbcCustomConversions(JdbcDialect dialect) {
        return JdbcCustomConversions.of(dialect, List.of(new ToColumn(), new FromColumn()));
    }

    // Classes, not lambdas: Spring reads the two types from the declaration.

    @WritingConverter
    private static final class ToColumn implements Converter<AgentId, Long> {
        @Override
        public Long convert(AgentId id) {
            return id.value();
        }
    }

    @ReadingConverter
    private static final class FromColumn implements Converter<Long, AgentId> {
        @Override
        public AgentId convert(Long value) {
            return new AgentId(value);
        }
    }
}
