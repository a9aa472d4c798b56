package app.parley.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything goes wrong at once: sends are not answered after they were accepted, turned away, cut off, statuses come in
 * any order and twice, and the process is killed in the midst. What the sandbox wrote down must be what agents queued:
 * each once, in order; what has no known outcome is told to the agent, who sends it again.
 */
public final class FaultMatrix {

    private static final int AT_ONCE = 50;

    /** A process that is killed soon has no use for what a compiler finds out late. */
    private static final String QUICK_START = "-XX:TieredStopAtLevel=1";

    private static final Set<String> TOLD_BY_A_STATUS = Set.of("SENT", "DELIVERED", "READ");

    private final int messages;
    private final int conversations;
    private final int kills;
    private final Duration patience;
    private final long seed = Long.getLong("faults.seed", System.nanoTime() % 1_000_000);
    private final Random random = new Random(seed);
    private final List<String> faults = new ArrayList<>();

    public FaultMatrix(int messages, int conversations, int kills, Duration patience) {
        this.messages = messages;
        this.conversations = conversations;
        this.kills = kills;
        this.patience = patience;
    }

    private record State(String state, boolean wasUnknown) {}

    /** @return what was not as it should be */
    public List<String> run() throws Exception {
        System.out.println("Seed: " + seed);
        try (Installation house = new Installation(QUICK_START)) {
            SandboxLog log = new SandboxLog(house.record());
            house.customersWrite(conversations);
            house.play("fates", """
                    {"seed":%d,"wait_ms":2500,"mix":{"timeout_after":0.05,"unavailable":0.03,\
                    "bad_gateway_before":0.01,"bad_gateway_after":0.01,"rate_limited":0.05,"lost_after":0.02}}""".formatted(seed));
            house.play("statuses", "{\"seed\":%d,\"shuffled\":true,\"twice\":0.05}".formatted(seed));
            Thread agents = Thread.ofVirtual().start(() -> queueAll(house));
            for (int kill = 1; kill <= kills; kill++) {
                killOnce(house, log, kill);
            }
            agents.join();
            settle(house, log);
            judge(house, log);
            house.play("fate", "{\"fate\":\"accepted\"}");
            sendAgain(house, log);
        }
        faults.forEach(System.out::println);
        return faults;
    }

    /** Queued through the application's own door; what a kill interrupted is queued again by the same key. */
    private void queueAll(Installation house) {
        for (int begin = 0; begin < messages; begin += AT_ONCE) {
            StringBuilder lines = new StringBuilder();
            for (int n = begin; n < Math.min(messages, begin + AT_ONCE); n++) {
                int talk = n % conversations;
                lines.append(Installation.customer(talk))
                        .append('\t')
                        .append(text(talk, n / conversations))
                        .append('\n');
            }
            untilDone(() -> house.drive("queue", lines.toString()));
        }
    }

    private static String text(int talk, int n) {
        return "talk %d message %05d".formatted(talk, n);
    }

    private void killOnce(Installation house, SandboxLog log, int kill) throws Exception {
        int wanted = messages * kill / (kills + 1);
        awaitTrue("send on", () -> log.accepted().size() >= wanted);
        Thread.sleep(random.nextInt(200));
        house.killAndRestart();
        System.out.printf(
                "Kill %d after %d were accepted%n", kill, log.accepted().size());
    }

    /** Nothing is left to send, and every accepted message has been heard of. */
    private void settle(Installation house, SandboxLog log) throws Exception {
        awaitTrue("empty the outbox", () -> house.drive("left", "").equals("0"));
        awaitTrue("hear of everything that was accepted", () -> {
            Map<String, State> states = states(house);
            return log.accepted().stream().allMatch(sent -> isTold(states, sent.text()));
        });
    }

    private static boolean isTold(Map<String, State> states, String text) {
        State state = states.get(text);
        return state != null && TOLD_BY_A_STATUS.contains(state.state());
    }

    private void judge(Installation house, SandboxLog log) throws Exception {
        Map<String, State> states = states(house);
        Map<String, Long> times =
                log.accepted().stream().collect(Collectors.groupingBy(SandboxLog.Sent::text, Collectors.counting()));
        long unknown = states.values().stream()
                .filter(state -> state.state().equals("UNKNOWN"))
                .count();
        long ever = states.values().stream().filter(State::wasUnknown).count();
        System.out.printf(
                "Queued %d, accepted %d, turned away %d; answers lost %d, of which a status settled %d%n",
                states.size(), log.accepted().size(), log.turnedAway(), ever, ever - unknown);
        fault("queued", messages - states.size());
        fault("sent twice", times.values().stream().filter(n -> n > 1).count());
        fault(
                "lost without a word",
                states.entrySet().stream()
                        .filter(each -> !times.containsKey(each.getKey()))
                        .filter(each -> !each.getValue().state().equals("UNKNOWN"))
                        .count());
        fault(
                "unknown though a status came",
                times.keySet().stream().filter(text -> !isTold(states, text)).count());
        fault("out of order", outOfOrder(log, states));
    }

    /** Those that were unknown for a while hold nothing back, so they have no place in the order. */
    private static long outOfOrder(SandboxLog log, Map<String, State> states) throws IOException {
        Map<String, String> last = new HashMap<>();
        long out = 0;
        for (SandboxLog.Sent sent : log.accepted()) {
            State state = states.get(sent.text());
            if (state == null || !state.wasUnknown()) {
                String before = last.put(sent.to(), sent.text());
                if (before != null && before.compareTo(sent.text()) > 0) {
                    out++;
                }
            }
        }
        return out;
    }

    /** After ten minutes the agent is told, and sends again: now everything has arrived, once. */
    private void sendAgain(Installation house, SandboxLog log) throws Exception {
        house.drive("later", String.valueOf(Duration.ofMinutes(10).toSeconds() + 1));
        System.out.println("Sent again by the agent: " + house.drive("resend", ""));
        settle(house, log);
        Map<String, Long> times =
                log.accepted().stream().collect(Collectors.groupingBy(SandboxLog.Sent::text, Collectors.counting()));
        fault("missing in the end", messages - times.size());
        fault("twice in the end", times.values().stream().filter(n -> n > 1).count());
    }

    /** The state of each text: that of the message that was sent last. */
    private static Map<String, State> states(Installation house) throws IOException, InterruptedException {
        Map<String, State> states = new HashMap<>();
        house.drive("messages", "").lines().forEach(line -> {
            String[] message = line.split("\t", -1);
            states.put(message[0], new State(message[1], Boolean.parseBoolean(message[3])));
        });
        return states;
    }

    private void fault(String what, long count) {
        if (count != 0) {
            faults.add(count + " " + what);
        }
    }

    @FunctionalInterface
    private interface Attempt<T> {
        T make() throws Exception;
    }

    private void awaitTrue(String what, Attempt<Boolean> condition) throws Exception {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.make()) {
            if (System.nanoTime() > end) {
                faults.add("It did not " + what + " in time");
                return;
            }
            Thread.sleep(250);
        }
    }

    private static void untilDone(Attempt<String> attempt) {
        for (boolean done = false; !done; ) {
            try {
                attempt.make();
                done = true;
            } catch (Exception e) {
                // The application is just being killed, or starts anew.
                try {
                    Thread.sleep(100);
                } catch (InterruptedException interrupted) {
                    throw new IllegalStateException(interrupted);
                }
            }
        }
    }
}
