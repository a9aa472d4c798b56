package app.parley.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.ParleyTest;
import app.parley.team.Role;
import app.parley.team.Team;
import com.vaadin.flow.router.RouteData;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.servlet.ServletContext;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What every page, every endpoint and everything they load says to the browser that asks for it. */
@ParleyTest
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "parley.sandbox.enabled=true",
            "parley.whatsapp.access-token=sandbox-token",
            "parley.whatsapp.app-secret=sandbox-app-secret",
            "parley.management-token=a token for the monitor"
        })
class HeadersTest {

    private static final List<String> ACTUATOR =
            List.of("/actuator", "/actuator/health", "/actuator/prometheus", "/actuator/backup", "/actuator/env");
    private static final List<String> NOWHERE = List.of("/error", "/nothing/here", "/media/x", "/media/1");
    private static final List<String> STATIC = List.of("/styles/tokens.css", "/modules/menu.js", "/favicon.svg");

    @Autowired
    Team team;

    @Autowired
    ServletContext servlets;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping endpoints;

    @LocalServerPort
    int port;

    Visitor stranger;
    Visitor carla;

    @BeforeEach
    void carlaIsInside() {
        team.create("Carla Rey", "carla@bonita.example", "two croissants", Role.ADMIN);
        stranger = new Visitor(port);
        carla = new Visitor(port);
        carla.login("carla@bonita.example", "two croissants", true);
    }

    @AfterEach
    void leave() {
        stranger.close();
        carla.close();
    }

    @Test
    void thereAreManyPagesAndEndpoints() {
        assertThat(pages()).contains("/", "/health", "/login", "/billing");
        assertThat(endpoints()).contains("/webhooks/whatsapp", "/media/1", "/conversations/1/export", "/backups/1");
    }

    @Test
    void nothingIsFramedSniffedOrKeptAndNoForeignScriptRuns() {
        for (Visitor visitor : List.of(stranger, carla)) {
            everything().forEach(path -> {
                HttpResponse<String> answer = visitor.open(path);
                assertThat(header(answer, "X-Content-Type-Options")).as(path).isEqualTo("nosniff");
                assertThat(header(answer, "X-Frame-Options")).as(path).isEqualTo("DENY");
                assertThat(header(answer, "Cache-Control")).as(path).contains("no-store");
                assertThat(header(answer, "Content-Security-Policy"))
                        .as(path)
                        .contains("frame-ancestors 'none'")
                        .matches("[^;]*default-src '(self|none)';.*")
                        .doesNotContain("http:", "https:", "*");
                assertThat(answer.headers().firstValue("Server")).as(path).isEmpty();
                assertThat(answer.headers().firstValue("X-Powered-By")).as(path).isEmpty();
            });
        }
    }

    @Test
    void aPageTakesNothingFromAnotherOriginAndHoldsNoPlugin() {
        String policy = header(carla.open("/"), "Content-Security-Policy");
        assertThat(policy)
                .contains(
                        "default-src 'self'",
                        "object-src 'none'",
                        "base-uri 'self'",
                        "form-action 'self'",
                        "frame-src 'none'",
                        "connect-src 'self'");
        assertThat(header(carla.open("/"), "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(header(carla.open("/"), "Referrer-Policy")).isEqualTo("same-origin");
    }

    @Test
    void onlyScriptsWithThisAnswersOwnWordRunInAPage() {
        Set<String> words = new HashSet<>();
        for (String path : List.of("/", "/team", "/billing", "/sandbox")) {
            HttpResponse<String> page = carla.open(path);
            String policy = header(page, "Content-Security-Policy");
            Matcher word = Pattern.compile("script-src 'self' 'nonce-([^']{24,})' 'unsafe-eval';")
                    .matcher(policy);
            assertThat(word.find()).as(policy).isTrue();
            assertThat(policy).contains("script-src-attr 'none'").doesNotContain("script-src 'self' 'unsafe-inline'");
            assertThat(page.body().split("<script", -1))
                    .hasSizeGreaterThan(2)
                    .filteredOn(script -> !script.startsWith("<!doctype"))
                    .allMatch(script -> script.substring(0, script.indexOf('>')).contains(word.group(1)));
            assertThat(words.add(word.group(1))).isTrue();
        }
        assertThat(header(carla.open("/modules/menu.js"), "Content-Security-Policy"))
                .contains("script-src 'self';")
                .doesNotContain("nonce", "unsafe-eval");
    }

    @Test
    void browsersAreToldToComeByHttpsOnlyToThisHostAndSayNothingOfOthersBelowIt() {
        for (String path : List.of("/", "/login", "/webhooks/whatsapp", "/actuator/health")) {
            HttpResponse<String> behindAProxy = stranger.open(path, "X-Forwarded-Proto", "https");
            assertThat(header(behindAProxy, "Strict-Transport-Security"))
                    .as(path)
                    .matches("max-age=31536000\\s*;?\\s*");
        }
    }

    @Test
    void nobodyEverSeesAStackTrace() {
        for (Visitor visitor : List.of(stranger, carla)) {
            everything()
                    .forEach(path -> Stream.of(path, path + "?v-r=uidl", path + "%00", path + "/..%2f..%2fx")
                            .forEach(odd -> assertThat(visitor.open(odd).body())
                                    .as(odd)
                                    .doesNotContain(
                                            "at app.parley", "at org.", "at java.", "Exception:", "Caused by")));
        }
    }

    @Test
    void whatEveryBrowserMayKeepIsNoData() {
        for (String path : STATIC) {
            HttpResponse<String> answer = stranger.open(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(header(answer, "X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(header(answer, "Cache-Control")).as(path).doesNotContain("no-store");
        }
    }

    @Test
    void cookiesAreForOurServerOnlyAndBehindTlsForTlsOnly() {
        for (String name : List.of("JSESSIONID", "remember-me")) {
            assertThat(carla.cookie(name).orElseThrow().isHttpOnly()).as(name).isTrue();
        }
        List<String> set = stranger.open("/login", "X-Forwarded-Proto", "https", "X-Forwarded-Host", "inbox.example")
                .headers()
                .allValues("Set-Cookie");
        assertThat(set)
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).contains("Secure", "HttpOnly", "SameSite=Lax"));
    }

    @Test
    void whoComesInGetsASessionThatNobodyCouldHaveKnownBefore() {
        try (Visitor ben = new Visitor(port)) {
            ben.open("/login");
            String before = ben.cookie("JSESSIONID").orElseThrow().getValue();
            ben.login("carla@bonita.example", "two croissants", false);
            assertThat(ben.cookie("JSESSIONID").orElseThrow().getValue()).isNotEqualTo(before);
        }
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        assertThat(carla.upload("/conversations/1/uploads", new byte[] {1}).statusCode())
                .isEqualTo(403);
        assertThat(carla.load("DELETE", "/media/1").statusCode()).isEqualTo(403);
    }

    @Test
    void theMonitorsPagesOpenWithTheTokenOnly() {
        for (String path : List.of("/actuator/prometheus", "/actuator/backup", "/actuator/env")) {
            assertThat(stranger.open(path).statusCode()).as(path).isEqualTo(401);
            assertThat(carla.open(path).statusCode()).as(path).isEqualTo(401);
            assertThat(stranger.open(path, "Authorization", "Bearer wrong").statusCode())
                    .as(path)
                    .isEqualTo(401);
        }
        assertThat(stranger.open("/actuator/backup", "Authorization", "Bearer a token for the monitor")
                        .statusCode())
                .isEqualTo(200);
    }

    private Stream<String> everything() {
        return Stream.of(pages().stream(), endpoints().stream(), ACTUATOR.stream(), NOWHERE.stream())
                .flatMap(paths -> paths);
    }

    private Set<String> pages() {
        Set<String> pages = new TreeSet<>();
        ApplicationRouteRegistry.getInstance(new VaadinServletContext(servlets)).getRegisteredRoutes().stream()
                .map(RouteData::getTemplate)
                .forEach(template -> pages.add("/" + template.replaceAll(":[^/]*", "x")));
        return pages;
    }

    /** With a 1 in the place of whatever is asked for. */
    private Set<String> endpoints() {
        Set<String> paths = new TreeSet<>();
        endpoints
                .getHandlerMethods()
                .keySet()
                .forEach(mapping ->
                        mapping.getPatternValues().forEach(pattern -> paths.add(pattern.replaceAll("\\{[^/]*}", "1"))));
        return paths;
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
