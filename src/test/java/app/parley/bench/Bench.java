package app.parley.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;

/** {@code ./mvnw -Pbench verify -Dbench=ack|ingest|latency|own|kill|start|wire|faults|billing}. Ends with 1 when the target was missed. */
final class Bench {

    private Bench() {}

    static void main(String[] args) throws Exception {
        OperatingSystemMXBean machine = ManagementFactory.getOperatingSystemMXBean();
        System.out.printf(
                "Load before: %.1f on %d processors%n",
                machine.getSystemLoadAverage(), machine.getAvailableProcessors());
        boolean reached = switch (args.length == 0 ? "" : args[0]) {
            case "ack" -> Ack.run();
            case "ingest" -> Ingest.run();
            case "latency" -> Latency.run();
            case "own" -> Own.run();
            case "kill" -> Kill.run();
            case "start" -> Start.run();
            case "wire" -> Outbound.wire();
            case "faults" -> Outbound.faults();
            case "billing" -> Billing.run();
            default ->
                throw new IllegalArgumentException(
                        "Say which: -Dbench=ack, ingest, latency, own, kill, start, wire, faults or billing");
        };
        System.out.println(reached ? "Reached." : "MISSED.");
        System.exit(reached ? 0 : 1);
    }
}
