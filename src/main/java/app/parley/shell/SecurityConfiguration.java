package app.parley.shell;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import app.parley.oidc.IdentityProvider;
import com.vaadin.flow.spring.security.RequestUtil;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.rememberme.TokenBasedRememberMeServices;
import org.springframework.security.web.authentication.rememberme.TokenBasedRememberMeServices.RememberMeTokenAlgorithm;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.session.DisableEncodeUrlFilter;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/** Who may come in, and by which of the three ways: machines, monitors, people. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableConfigurationProperties(DemoLogins.class)
class SecurityConfiguration {

    private static final Duration REMEMBERED_FOR = Duration.ofDays(14);

    /** What is for machines is no page: whoever opens it in a browser sees words. */
    private static final String NO_PAGE = "default-src 'none'; frame-ancestors 'none'; sandbox";

    /** Each filter of each request would be timed, and nobody asks for it. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Machines: no session, no CSRF token; each endpoint checks its own signature or bearer token. */
    @Bean
    @Order(1)
    SecurityFilterChain machines(HttpSecurity http) {
        return http.securityMatcher("/webhooks/**", "/sandbox/graph/**", "/sandbox/control/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(headers -> headers.httpStrictTransportSecurity(SecurityConfiguration::ofThisHost)
                        .contentSecurityPolicy(csp -> csp.policyDirectives(NO_PAGE)))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain monitors(HttpSecurity http, ManagementToken token) {
        return http.securityMatcher("/actuator/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health/**")
                        .permitAll()
                        .anyRequest()
                        .access(token))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .headers(headers -> headers.httpStrictTransportSecurity(SecurityConfiguration::ofThisHost)
                        .contentSecurityPolicy(csp -> csp.policyDirectives(NO_PAGE)))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain people(
            HttpSecurity http,
            TokenBasedRememberMeServices rememberMe,
            RequestUtil vaadin,
            SessionRegistry sessions,
            LoginProviders steps,
            AgentUserDetails agents,
            IdentityProvider provider) {
        OidcLogout leaving = new OidcLogout(provider);
        return http.addFilterBefore(new OriginFilter(), DisableEncodeUrlFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/styles/**", "/modules/**", "/icons/**", "/aura/**", "/favicon.svg", "/favicon.ico")
                        .permitAll())
                .with(
                        vaadin(),
                        configurer -> configurer
                                .loginView(LoginView.class)
                                .addLogoutHandler(leaving)
                                .logoutSuccessHandler(leaving)
                                // Vaadin would excuse the login from the token: see below.
                                .enableCsrfConfiguration(false)
                                // Of a page that does not exist, our own page tells an agent, not a 403.
                                .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated))
                .authenticationManager(steps.only(rememberMe))
                .formLogin(form -> form.failureHandler(new LoginFailure()))
                .with(
                        new OidcLoginConfigurer(provider, new OidcRememberMe(rememberMe, agents)),
                        Customizer.withDefaults())
                // Flow's own requests carry a token of Flow's; every form, the login's too, carries ours.
                .csrf(csrf -> csrf.ignoringRequestMatchers(vaadin::isFrameworkInternalRequest))
                .rememberMe(remember -> remember.rememberMeServices(rememberMe).key(rememberMe.getKey()))
                // As many as they like; but listed, so that they can be ended.
                .sessionManagement(management -> management
                        .maximumSessions(-1)
                        .sessionRegistry(sessions)
                        .expiredSessionStrategy(expired -> expired.getResponse()
                                .sendRedirect(expired.getRequest().getContextPath() + "/login")))
                // A login page left open until its session ended: show a fresh one rather than an error.
                // The second line is needed: of a single default, Spring Security makes the handler of everything.
                .exceptionHandling(errors -> errors.defaultAccessDeniedHandlerFor(
                                (request, response, denied) ->
                                        response.sendRedirect(request.getContextPath() + "/login"),
                                PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/login"))
                        .defaultAccessDeniedHandlerFor(new AccessDeniedHandlerImpl(), AnyRequestMatcher.INSTANCE))
                .headers(headers -> headers.withObjectPostProcessor(new HeadersFirst())
                        .httpStrictTransportSecurity(SecurityConfiguration::ofThisHost)
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(permissions -> permissions.policy("camera=(), payment=(), usb=()"))
                        .contentSecurityPolicy(csp -> csp.policyDirectives(ContentPolicy.WITHOUT_INLINE)))
                .build();
    }

    /** Whoever runs Parley may have other hosts below its name that know no https. */
    private static void ofThisHost(HeadersConfigurer<HttpSecurity>.HstsConfig https) {
        https.includeSubDomains(false);
    }

    @Bean
    SessionRegistry sessionRegistry() {
        return new SessionRegistryImpl();
    }

    /** So that the list forgets those that have ended. */
    @Bean
    ServletListenerRegistrationBean<HttpSessionEventPublisher> endsOfSessions() {
        return new ServletListenerRegistrationBean<>(new HttpSessionEventPublisher());
    }

    /** Signed tokens, not single-use ones: a browser that sends requests in parallel would look like a thief. */
    @Bean
    TokenBasedRememberMeServices rememberMe(AgentUserDetails agents, @Value("${parley.data-dir}") Path dataDirectory)
            throws IOException {
        var services = new TokenBasedRememberMeServices(
                RememberMeKey.in(dataDirectory), agents::remembered, RememberMeTokenAlgorithm.SHA256);
        services.setMatchingAlgorithm(RememberMeTokenAlgorithm.SHA256);
        services.setTokenValiditySeconds((int) REMEMBERED_FOR.toSeconds());
        services.setCookieCustomizer(cookie -> cookie.setAttribute("SameSite", "Lax"));
        return services;
    }

    /** Pages are answered in a forward, after which no header is written any more: so before it. */
    private static final class HeadersFirst implements ObjectPostProcessor<HeaderWriterFilter> {
        @Override
        public <O extends HeaderWriterFilter> O postProcess(O filter) {
            filter.setShouldWriteHeadersEagerly(true);
            return filter;
        }
    }
}
