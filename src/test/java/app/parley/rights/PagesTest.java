package app.parley.rights;

import static app.parley.rights.Audience.ADMINS;
import static app.parley.rights.Audience.ANYBODY;
import static app.parley.rights.Audience.BILLING;
import static app.parley.rights.Audience.ONESELF;
import static org.assertj.core.api.Assertions.assertThat;

import app.parley.Given;
import app.parley.ParleyTest;
import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import app.parley.team.SignedIn;
import app.parley.team.TeamAdministration;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.ClassUtils;

/** Every page there is, opened by everybody. For who may not, it does not exist. */
@ParleyTest
@SpringBootTest(properties = "parley.sandbox.enabled=true")
@ViewPackages(packages = "app.parley")
class PagesTest extends SpringBrowserlessTest {

    private static final Map<String, Audience> AUDIENCES = Map.ofEntries(
            Map.entry("", ONESELF), // What is in it is of the numbers one may use: DoorsTest.
            Map.entry("profile", ONESELF),
            Map.entry("sandbox", ONESELF),
            Map.entry("audit", ADMINS),
            Map.entry("health", ADMINS),
            Map.entry("journal", ADMINS),
            Map.entry("numbers", ADMINS),
            Map.entry("settings", ADMINS),
            Map.entry("team", ADMINS),
            Map.entry("billing", BILLING),
            Map.entry("login", ANYBODY),
            Map.entry("login/code", ANYBODY),
            Map.entry("join", ANYBODY),
            Map.entry("setup", ANYBODY));

    @Autowired
    Given given;

    @Autowired
    TeamAdministration administration;

    record Me(AgentId agentId) implements SignedIn {}

    final Map<String, AgentId> people = new HashMap<>();

    @BeforeEach
    void everybodyIsThere() {
        NumberId catering = given.number(Given.CATERING);
        NumberId bakery = given.number(Given.BAKERY);
        people.put("admin", given.admin("Carla"));
        people.put("without", given.agentOf("Ben", catering));
        people.put("with", given.agentOf("Ana", bakery));
        people.put("billing", given.agent("Bea"));
        given.letsSeeBilling(of("admin"), of("billing"), true);
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    static Stream<Class<?>> pages() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        return scan.findCandidateComponents("app.parley").stream()
                .map(found -> ClassUtils.resolveClassName(
                        String.valueOf(found.getBeanClassName()), PagesTest.class.getClassLoader()));
    }

    @Test
    void everyPageIsClassifiedAndNothingElseIs() {
        assertThat(pages().map(PagesTest::path)).containsExactlyInAnyOrderElementsOf(AUDIENCES.keySet());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageIsThereForWhomItIsAndForNobodyElse(Class<?> page) {
        Audience audience = Objects.requireNonNull(AUDIENCES.get(path(page)));
        be(null);
        assertThat(shows(page)).as("nobody").isEqualTo(audience == ANYBODY);
        for (String who : List.of("without", "with", "billing", "admin")) {
            be(who);
            boolean may = switch (audience) {
                case ADMINS -> who.equals("admin");
                case BILLING -> who.equals("admin") || who.equals("billing");
                default -> true;
            };
            assertThat(shows(page)).as(who).isEqualTo(may);
        }
    }

    /** Or sends on to a page that is everybody's, as the login does with who is in. */
    private static boolean shows(Class<?> page) {
        UI ui = UI.getCurrent();
        ui.navigate(path(page) + (HasUrlParameter.class.isAssignableFrom(page) ? "/something" : ""));
        List<HasElement> shown = ui.getInternals().getActiveRouterTargetsChain();
        String name = shown.getFirst().getClass().getSimpleName();
        return page.isInstance(shown.getFirst())
                || (AUDIENCES.get(path(page)) == ANYBODY
                        && List.of("LoginView", "InboxView").contains(name));
    }

    private static String path(Class<?> page) {
        return Objects.requireNonNull(page.getAnnotation(Route.class)).value();
    }

    private void be(@Nullable String who) {
        if (who == null) {
            SecurityContextHolder.getContext()
                    .setAuthentication(new AnonymousAuthenticationToken(
                            "key", "anonymous", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS")));
            return;
        }
        String[] roles = switch (who) {
            case "admin" -> new String[] {"ROLE_AGENT", "ROLE_ADMIN", "ROLE_BILLING"};
            case "billing" -> new String[] {"ROLE_AGENT", "ROLE_BILLING"};
            default -> new String[] {"ROLE_AGENT"};
        };
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(new Me(of(who)), "", roles));
    }

    private AgentId of(String who) {
        return Objects.requireNonNull(people.get(who));
    }
}
