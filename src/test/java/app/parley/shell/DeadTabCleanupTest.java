package app.parley.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.ParleyTest;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

@ParleyTest
@ViewPackages(classes = LoginView.class)
class DeadTabCleanupTest extends SpringBrowserlessTest {

    @Test
    void aTabThatMissedThreeHeartbeatsIsLetGoAndHearsThatItIs() {
        UI tab = UI.getCurrent();
        var detached = new AtomicBoolean();
        tab.addDetachListener(detach -> detached.set(true));
        VaadinSession session = VaadinSession.getCurrent();
        long heard = tab.getInternals().getLastHeartbeatTimestamp();
        Duration heartbeat = Duration.ofSeconds(session.getConfiguration().getHeartbeatInterval());

        DeadTabCleanup.close(session, heard + heartbeat.multipliedBy(3).toMillis());
        assertThat(session.getUIs()).contains(tab);

        DeadTabCleanup.close(session, heard + heartbeat.multipliedBy(3).toMillis() + 1);
        assertThat(detached).isTrue();
        assertThat(session.getUIs()).doesNotContain(tab);
    }
}
