package app.parley.privacy;

import app.parley.conversations.ConversationId;
import app.parley.conversations.Direction;
import app.parley.conversations.KnownPerson;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A customer's copy as a page that opens in any browser and runs nothing. Times are in UTC. */
final class ExportPage {

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>Messages</title>
            <style>
            body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 15px/1.5 sans-serif; }
            article { margin: .6rem 0; padding: .5rem .8rem; border-radius: .5rem; background: #f1f3f2; }
            article.ours { margin-left: 3rem; background: #dcf3e7; }
            article:not(.ours) { margin-right: 3rem; }
            p { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
            small { color: #5a6663; }
            </style></head><body>
            """;

    private final OutputStream out;
    private @Nullable ConversationId current;

    ExportPage(OutputStream out) {
        this.out = out;
    }

    void head(KnownPerson customer, Instant now) throws IOException {
        write(HEAD);
        write("<h1>" + text(customer.name()) + "</h1>\n<dl>");
        fact("Phone", customer.phone());
        fact("WhatsApp id", customer.waId());
        fact("User id", customer.userId());
        fact("Username", customer.username());
        fact("As of", now.truncatedTo(ChronoUnit.SECONDS).toString());
        write("</dl>\n");
    }

    private void fact(String what, @Nullable String value) throws IOException {
        if (value != null) {
            write("<dt>" + what + "</dt><dd>" + text(value) + "</dd>");
        }
    }

    void message(ExportedMessage message) throws IOException {
        if (!message.conversation().equals(current)) {
            current = message.conversation();
            write("<h2>" + text(message.number()) + " · " + text(message.numberPhone()) + "</h2>\n");
        }
        boolean ours = message.direction() == Direction.OUTBOUND;
        String who = ours ? text(message.agent() == null ? message.number() : message.agent()) : "Customer";
        write("<article" + (ours ? " class=\"ours\"" : "") + "><small>" + who + " · "
                + message.at().truncatedTo(ChronoUnit.SECONDS) + " · "
                + message.kind().name().toLowerCase(Locale.ROOT)
                + (message.revokedAt() == null ? "" : " · deleted")
                + (message.editedAt() == null ? "" : " · edited") + "</small>");
        if (message.text() != null) {
            write("<p>" + text(message.text()) + "</p>");
        }
        if (message.hasFile()) {
            String name = message.fileName() == null ? message.file() : message.fileName();
            write("<p><a href=\"" + message.file() + "\">" + text(name) + "</a></p>");
        }
        write("</article>\n");
    }

    void foot() throws IOException {
        write("</body></html>\n");
    }

    /** Whatever somebody wrote is words here, and nothing else. */
    static String text(@Nullable String words) {
        return words == null
                ? ""
                : words.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;")
                        .replace("'", "&#39;");
    }

    private void write(String words) throws IOException {
        out.write(words.getBytes(StandardCharsets.UTF_8));
    }
}
