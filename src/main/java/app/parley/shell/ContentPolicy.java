package app.parley.shell;

import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.jsoup.nodes.Element;

/**
 * What a browser may load and run on our pages. Scripts are files of ours, and those few in the page itself that bear
 * this answer's own random word: markup that somebody smuggled in knows none, so neither its scripts nor its handlers
 * run. What remains open, and why, stands in {@code src/docs/security.md}.
 */
final class ContentPolicy {

    /** For whatever is no page of Flow's. */
    static final String WITHOUT_INLINE = policy("'self'");

    private static final int BYTES = 18;
    private static final String HEADER = "Content-Security-Policy";

    private final SecureRandom random = new SecureRandom();

    /** Gives the scripts of a page its word, and tells the browser, in the place of what was told it before. */
    void apply(IndexHtmlResponse page) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String word = Base64.getUrlEncoder().encodeToString(bytes);
        for (Element script : page.getDocument().select("script")) {
            script.attr("nonce", word);
        }
        // Flow's client runs what the server sends through "new Function".
        page.getVaadinResponse().setHeader(HEADER, policy("'self' 'nonce-" + word + "' 'unsafe-eval'"));
    }

    private static String policy(String scripts) {
        return """
                default-src 'self'; script-src %s; script-src-attr 'none'; style-src 'self' 'unsafe-inline'; \
                img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self' data:; connect-src 'self'; \
                worker-src 'none'; manifest-src 'self'; frame-src 'none'; object-src 'none'; base-uri 'self'; \
                form-action 'self'; frame-ancestors 'none'""".formatted(scripts);
    }
}
