package app.parley;

import app.parley.shell.Visitor;
import app.parley.team.AgentId;
import app.parley.team.Role;
import app.parley.team.Team;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Customers' files come from a server of the tests' own, and Carla asks for them as a browser does. */
@ParleyTest
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
public abstract class ServedFiles {

    protected static final FileServer META = new FileServer();

    private static final String PASSWORD = "two croissants";

    private final Role role;

    @Autowired
    protected Given given;

    @Autowired
    protected Team team;

    @Autowired
    protected MutableClock clock;

    @Autowired
    protected JdbcTemplate database;

    @LocalServerPort
    protected int port;

    protected AgentId carla;
    protected Visitor browser;

    @DynamicPropertySource
    static void account(DynamicPropertyRegistry settings) {
        AccountSettings.add(settings, META::url);
    }

    protected ServedFiles(Role carlas) {
        this.role = carlas;
    }

    /** Nothing can be fetched so far. */
    @BeforeEach
    void carlaIsLoggedIn() {
        META.reset();
        carla = team.create("Carla", "carla@bonita.example", PASSWORD, role).requireId();
        browser = new Visitor(port);
        browser.login("carla@bonita.example", PASSWORD, false);
    }

    @AfterEach
    void leave() {
        browser.close();
    }
}
