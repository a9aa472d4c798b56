package app.parley.faults;

import app.parley.ParleyApplication;
import app.parley.conversations.ConversationId;
import app.parley.conversations.Conversations;
import app.parley.conversations.MessageId;
import app.parley.team.AgentId;
import app.parley.team.Team;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The application, and beside it a port for a test's agent: queues replies and sends again through the same door as the
 * screens, says how the messages stand, and moves the clock.
 */
final class DrivenApplication {

    static final String AGENT = "agent@driven.example";

    private static final ShiftedClock CLOCK = new ShiftedClock(Clock.systemUTC());

    private final Conversations conversations;
    private final JdbcTemplate database;
    private final AgentId agent;

    private DrivenApplication(ApplicationContext application) {
        this.conversations = application.getBean(Conversations.class);
        this.database = application.getBean(JdbcTemplate.class);
        this.agent = Objects.requireNonNull(
                application.getBean(Team.class).byEmail(AGENT).orElseThrow().id());
    }

    static void main(String[] args) throws IOException {
        ApplicationContext application = new SpringApplicationBuilder(ParleyApplication.class)
                .initializers(context -> {
                    context.getBeanFactory().registerSingleton("withoutTests", new WithoutTests());
                    ((GenericApplicationContext) context)
                            .registerBean("shiftedClock", Clock.class, () -> CLOCK, bean -> bean.setPrimary(true));
                })
                .run(args);
        DrivenApplication driven = new DrivenApplication(application);
        HttpServer server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.getInteger("driver.port")), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/queue", exchange -> answer(exchange, driven::queue));
        server.createContext("/messages", exchange -> answer(exchange, driven::messages));
        server.createContext("/conversations", exchange -> answer(exchange, driven::conversations));
        server.createContext("/left", exchange -> answer(exchange, driven::left));
        server.createContext("/resend", exchange -> answer(exchange, driven::resend));
        server.createContext("/later", exchange -> answer(exchange, driven::later));
        server.start();
    }

    /** A line for each reply: the customer's WhatsApp id, a tab, the text, which also names it. */
    private String queue(String lines) {
        lines.lines().forEach(line -> {
            String[] reply = line.split("\t", 2);
            Long conversation = database.queryForObject(
                    "select c.id from conversation c join customer k on k.id = c.customer_id where k.wa_id = ?",
                    Long.class,
                    reply[0]);
            conversations.reply(
                    agent, new ConversationId(Objects.requireNonNull(conversation)), reply[1], "key " + reply[1]);
        });
        return "";
    }

    /** A line for each: text, state, when it was queued (milliseconds), whether its answer was ever lost. */
    private String messages(String nothing) {
        List<String> lines = database.query(
                "select text, state, at, unknown_at from message where direction = 'OUTBOUND' order by id",
                (row, n) -> row.getString(1) + "\t" + row.getString(2) + "\t"
                        + row.getTimestamp(3).getTime() + "\t" + (row.getTimestamp(4) != null));
        return String.join("\n", lines);
    }

    private String conversations(String nothing) {
        return String.valueOf(database.queryForObject("select count(*) from conversation", Long.class));
    }

    private String left(String nothing) {
        return String.valueOf(database.queryForObject("select count(*) from outbox", Long.class));
    }

    /** Sends again whatever has no known outcome, and says how much that was. */
    private String resend(String nothing) {
        List<MessageId> unknown = database.query(
                "select id from message where state = 'UNKNOWN' and resent_as is null order by id",
                (row, n) -> new MessageId(row.getLong(1)));
        unknown.forEach(id -> conversations.resend(agent, id, "again " + id.value()));
        return String.valueOf(unknown.size());
    }

    private String later(String seconds) {
        CLOCK.advance(Duration.ofSeconds(Long.parseLong(seconds)));
        return "";
    }

    private static void answer(HttpExchange exchange, UnaryOperator<String> work) throws IOException {
        int status = 200;
        byte[] answer;
        try {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            answer = work.apply(body).getBytes(StandardCharsets.UTF_8);
        } catch (RuntimeException e) {
            status = 500;
            answer = e.toString().getBytes(StandardCharsets.UTF_8);
        }
        exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    /** The tests' own beans stand on the same class path, and are not the application's. */
    private static final class WithoutTests extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader reader, MetadataReaderFactory factory) throws IOException {
            return reader.getResource().getURL().toString().contains("/test-classes/");
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof WithoutTests;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }
}
