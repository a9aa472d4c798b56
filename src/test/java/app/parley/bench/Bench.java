package app.parley.bench;

/** {@code ./mvnw -Pbench verify -Dbench=ack|latency|kill|start}. Ends with 1 when the target was missed. */
final class Bench {

    private Bench() {}

    static void main(String[] args) throws Exception {
        boolean reached = switch (args.length == 0 ? "" : args[0]) {
            case "ack" -> Ack.run();
            case "latency" -> Latency.run();
            case "kill" -> Kill.run();
            case "start" -> Start.run();
            default -> throw new IllegalArgumentException("Say which: -Dbench=ack, latency, kill or start");
        };
        System.out.println(reached ? "Reached." : "MISSED.");
        System.exit(reached ? 0 : 1);
    }
}
