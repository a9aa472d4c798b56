package app.parley.bench;

import app.parley.billing.BillingCsv;
import app.parley.billing.Period;
import app.parley.team.AgentId;
import java.io.IOException;
import java.util.function.LongConsumer;

/** The file of a month's entries: how fast it is written, and whether its memory grows with its length. */
final class BillingFile {

    private static final int LEAST_A_SECOND = 50_000;
    /** A page of entries and the people they are about. */
    private static final long MOST_GROWTH = 32L * 1024 * 1024;

    private static final int BETWEEN_LOOKS = 100_000;

    private final BillingCsv csv;
    private final Period period;

    BillingFile(BillingCsv csv, Period period) {
        this.csv = csv;
        this.period = period;
    }

    boolean measure() throws IOException {
        long begin = System.nanoTime();
        long rows = write(row -> {});
        double perSecond = rows * 1e9 / (System.nanoTime() - begin);
        Memory memory = new Memory();
        write(memory::look);
        System.out.printf(
                "File of %d entries: %.0f a second (at least %d); in use after collecting: %.0f MB at first, %.0f MB at most%n",
                rows, perSecond, LEAST_A_SECOND, memory.first / 1e6, memory.most / 1e6);
        return perSecond >= LEAST_A_SECOND && memory.most - memory.first <= MOST_GROWTH;
    }

    private long write(LongConsumer row) throws IOException {
        Rows rows = new Rows(row);
        csv.entries(new AgentId(1), period, null, rows);
        return rows.count - 1;
    }

    /** What the heap holds once it has been collected, every so many rows. */
    private static final class Memory {

        private long first;
        private long most;

        private void look(long row) {
            if (row % BETWEEN_LOOKS == 0) {
                System.gc();
                long used = Runtime.getRuntime().totalMemory()
                        - Runtime.getRuntime().freeMemory();
                first = first == 0 ? used : first;
                most = Math.max(most, used);
            }
        }
    }

    /** Takes what is written, and keeps nothing of it. */
    private static final class Rows implements Appendable {

        private final LongConsumer each;
        private long count;

        private Rows(LongConsumer each) {
            this.each = each;
        }

        @Override
        public Appendable append(CharSequence text) {
            return append(text, 0, text.length());
        }

        @Override
        public Appendable append(CharSequence text, int from, int until) {
            for (int i = from; i < until; i++) {
                append(text.charAt(i));
            }
            return this;
        }

        @Override
        public Appendable append(char character) {
            if (character == '\n') {
                count++;
                each.accept(count);
            }
            return this;
        }
    }
}
