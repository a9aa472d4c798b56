package app.parley.shell;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the server keeps for each browser. */
class HttpSessions implements HttpSessionListener {

    private final Set<HttpSession> all = ConcurrentHashMap.newKeySet();

    @Override
    public void sessionCreated(HttpSessionEvent created) {
        all.add(created.getSession());
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent destroyed) {
        all.remove(destroyed.getSession());
    }

    HttpSession find(String id) {
        return Objects.requireNonNull(all.stream()
                .filter(session -> session.getId().equals(id))
                .findAny()
                .orElse(null));
    }
}
