package app.parley.shell;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.WrappedSession;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/** Recovery codes of somebody who has set up their second factor on the way in: kept until the first page shows them. */
record NewRecoveryCodes(List<String> codes) {

    private static final String NAME = NewRecoveryCodes.class.getName();

    static void keep(HttpServletRequest request, List<String> codes) {
        request.getSession().setAttribute(NAME, new NewRecoveryCodes(codes));
    }

    static Optional<List<String>> take() {
        VaadinRequest request = VaadinRequest.getCurrent();
        WrappedSession session = request == null ? null : request.getWrappedSession(false);
        if (session == null || !(session.getAttribute(NAME) instanceof NewRecoveryCodes fresh)) {
            return Optional.empty();
        }
        session.removeAttribute(NAME);
        return Optional.of(fresh.codes());
    }
}
