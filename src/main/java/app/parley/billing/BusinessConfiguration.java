package app.parley.billing;

import java.time.ZoneId;
import java.util.Currency;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BusinessConfiguration {

    /** A setting left empty is as good as none: the system's time zone, US dollars. */
    @Bean
    Business business(@Value("${parley.time-zone:}") String zone, @Value("${parley.currency:}") String currency) {
        return new Business(
                zone.isBlank() ? ZoneId.systemDefault() : ZoneId.of(zone.strip()),
                Currency.getInstance(currency.isBlank() ? "USD" : currency.strip()));
    }
}
