package app.parley.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.AccountSettings;
import app.parley.FileServer;
import app.parley.Given;
import app.parley.MutableClock;
import app.parley.ParleyTest;
import app.parley.conversations.ConversationId;
import app.parley.numbers.NumberAccess;
import app.parley.numbers.NumberAccess.Access;
import app.parley.numbers.NumberId;
import app.parley.shell.Visitor;
import app.parley.team.AgentId;
import app.parley.team.Role;
import app.parley.team.Team;
import app.parley.team.TeamAdministration;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address that answers a request, asked over a socket by everybody. */
@ParleyTest
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "parley.sandbox.enabled=true")
class AddressesTest {

    static final FileServer META = new FileServer();

    private static final String PASSWORD = "two croissants";
    private static final List<String> PEOPLE = List.of("nobody", "without", "with", "billing", "admin");

    /** What nobody, an agent without the number, one with it, one who sees billing and every number, an admin get. */
    private record Address(String method, String path, List<Integer> answers) {}

    private static Map<String, Address> addresses(long message, long conversation) {
        String upload = "/media/uploads?conversation=" + conversation + "&name=menu.txt";
        return Map.ofEntries(
                Map.entry(
                        "GET /webhooks/whatsapp",
                        new Address("GET", "/webhooks/whatsapp", List.of(403, 403, 403, 403, 403))),
                Map.entry(
                        "POST /webhooks/whatsapp",
                        new Address("POST", "/webhooks/whatsapp", List.of(401, 401, 401, 401, 401))),
                Map.entry(
                        "GET /audit/entries.csv",
                        new Address("GET", "/audit/entries.csv", List.of(302, 404, 404, 404, 200))),
                Map.entry(
                        "GET /billing/table.csv",
                        new Address("GET", "/billing/table.csv", List.of(302, 404, 404, 200, 200))),
                Map.entry(
                        "GET /billing/entries.csv",
                        new Address("GET", "/billing/entries.csv", List.of(302, 404, 404, 200, 200))),
                Map.entry(
                        "GET /settings/rates-example.csv",
                        new Address("GET", "/settings/rates-example.csv", List.of(302, 404, 404, 404, 200))),
                Map.entry(
                        "GET /media/{message:\\d{1,18}}",
                        new Address("GET", "/media/" + message, List.of(302, 404, 200, 200, 200))),
                Map.entry(
                        "GET /media/{message:\\d{1,18}}/thumbnail",
                        new Address("GET", "/media/" + message + "/thumbnail", List.of(302, 404, 404, 404, 404))),
                Map.entry(
                        "GET /backups/{name}", new Address("GET", "/backups/x.zip", List.of(302, 404, 404, 404, 404))),
                Map.entry(
                        "GET /conversations/{conversation:\\d{1,18}}/export",
                        new Address(
                                "GET", "/conversations/" + conversation + "/export", List.of(302, 404, 404, 404, 200))),
                Map.entry("POST /media/uploads", new Address("POST", upload, List.of(302, 404, 200, 200, 200))),
                Map.entry("ANY /error", new Address("GET", "/error", List.of(302, 500, 500, 500, 500))));
    }

    @Autowired
    Team team;

    @Autowired
    TeamAdministration administration;

    @Autowired
    NumberAccess access;

    @Autowired
    Given given;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcTemplate database;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @LocalServerPort
    int port;

    final Map<String, Visitor> people = new HashMap<>();
    long message;
    long conversation;

    @DynamicPropertySource
    static void account(DynamicPropertyRegistry settings) {
        AccountSettings.add(settings, META::url);
    }

    @BeforeEach
    void everybodyIsThere() {
        META.reset();
        NumberId bakery = given.number(Given.BAKERY);
        NumberId catering = given.number(Given.CATERING);
        AgentId carla = comesIn("admin", Role.ADMIN);
        for (String who : List.of("without", "with", "billing")) {
            AgentId agent = comesIn(who, Role.AGENT);
            boolean all = who.equals("billing");
            given.grants(
                    carla, agent, new Access(all, all ? Set.of() : Set.of(who.equals("with") ? bakery : catering)));
            // For the others it is not enough.
            given.letsSeeBilling(carla, agent, true);
        }
        people.put("nobody", new Visitor(port));
        PEOPLE.stream().skip(1).forEach(who -> {
            Visitor visitor = new Visitor(port);
            visitor.login(who + "@bonita.example", PASSWORD, false);
            people.put(who, visitor);
        });
        file(bakery);
    }

    @AfterEach
    void leave() {
        people.values().forEach(Visitor::close);
    }

    @Test
    void everyAddressAnswersWhomItIsForAndNobodyElse() {
        Map<String, Address> all = addresses(message, conversation);
        Set<String> found = new TreeSet<>();
        mappings.getHandlerMethods().keySet().forEach(info -> found.addAll(names(info)));
        Set<String> peoples = new TreeSet<>(found);
        peoples.removeIf(name -> name.contains(" /sandbox/"));
        assertThat(peoples).isEqualTo(new TreeSet<>(all.keySet()));
        all.forEach((name, address) -> {
            for (int i = 0; i < PEOPLE.size(); i++) {
                assertThat(asks(PEOPLE.get(i), address))
                        .as(PEOPLE.get(i) + " asks " + name)
                        .isEqualTo(address.answers().get(i));
            }
        });
    }

    @Test
    void theSandboxesAddressesAskEverybodyForTheirToken() {
        Set<String> all = new TreeSet<>();
        mappings.getHandlerMethods().keySet().forEach(info -> all.addAll(names(info)));
        all.removeIf(name -> !name.contains(" /sandbox/"));
        assertThat(all).isNotEmpty();
        for (String name : all) {
            String[] parts = name.split(" ", 2);
            String path = parts[1].replaceAll("\\{version}", "v26.0").replaceAll("\\{[^}]*}", Given.BAKERY);
            for (String who : PEOPLE) {
                assertThat(of(who).load(parts[0], path).statusCode())
                        .as(who + " asks " + name)
                        .isEqualTo(401);
            }
        }
    }

    private int asks(String who, Address address) {
        Visitor visitor = of(who);
        if (address.path().startsWith("/media/uploads")) {
            byte[] content = "Almond tart, 18 slices".getBytes(StandardCharsets.UTF_8);
            String token = who.equals("nobody") ? "" : visitor.token("/");
            return visitor.upload(address.path(), content, "X-CSRF-TOKEN", token)
                    .statusCode();
        }
        return visitor.load(address.method(), address.path()).statusCode();
    }

    private static Set<String> names(RequestMappingInfo info) {
        Set<String> names = new TreeSet<>();
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        info.getPatternValues().forEach(path -> {
            if (methods.isEmpty()) {
                names.add("ANY " + path);
            }
            methods.forEach(method -> names.add(method + " " + path));
        });
        return names;
    }

    /** A document of a customer's, to one of the numbers. */
    private void file(NumberId number) {
        byte[] menu = "Almond tart".getBytes(StandardCharsets.UTF_8);
        META.file("menu", menu);
        ConversationId of = given.says(number, Given.MARTA, "document", "{\"id\":\"menu\"}", clock.instant());
        conversation = of.value();
        message = Objects.requireNonNull(database.queryForObject("select max(id) from message", Long.class));
        await().untilAsserted(() -> assertThat(database.queryForObject(
                        "select state from attachment where message_id = ?", String.class, message))
                .isEqualTo("KEPT"));
    }

    private AgentId comesIn(String who, Role role) {
        return team.create(who, who + "@bonita.example", PASSWORD, role).requireId();
    }

    private Visitor of(String who) {
        return Objects.requireNonNull(people.get(who));
    }
}
