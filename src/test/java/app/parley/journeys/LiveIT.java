package app.parley.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.TcpProxy;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What others do arrives by itself, and touches nothing but what it changes. */
class LiveIT extends InboxTest {

    private static final double LONG_ENOUGH_TO_RECONNECT = 40_000;

    @Test
    void aMessageMovesOneRowAndAddsOneBubble() {
        Customer ida = customer("Ida Holm").writes("First");
        customer("Jan Holm").writes("Second");
        Desk carla = carla().open(ida.name());
        Desk.isRead(carla.row(ida.name()));
        Watch list = new Watch(carla.list());
        Watch chat = new Watch(carla.messages());
        carla.row(ida.name()).evaluate("row => row.sameAsBefore = true");

        ida.writes("Third");
        assertThat(carla.rows().first()).hasAccessibleName(Pattern.compile("^" + ida.name() + ", Third"));
        assertThat(carla.message("Third")).isVisible();
        assertThat(carla.rows().first().evaluate("row => row.sameAsBefore")).isEqualTo(true);
        assertThat(list.created()).isZero();
        assertThat(list.added()).isEqualTo(1);
        assertThat(list.removed()).isEqualTo(1);
        assertThat(carla.messages().evaluate("part => part.querySelectorAll('[role=listitem]').length"))
                .isEqualTo(2);
        assertThat(chat.removed()).isZero();
    }

    @Test
    void ticksReplaceNothing() {
        Customer ida = customer("Ida Krog").writes("First");
        Desk carla = carla().open(ida.name()).replies("Hello Ida");
        assertThat(carla.ticks("Hello Ida", "Delivered")).isVisible();
        Desk.isRead(carla.row(ida.name()));
        Watch list = new Watch(carla.list());
        Watch chat = new Watch(carla.messages());

        ida.reads();
        assertThat(carla.ticks("Hello Ida", "Read")).isVisible();
        for (Watch watch : new Watch[] {list, chat}) {
            assertThat(watch.added()).isZero();
            assertThat(watch.removed()).isZero();
        }
    }

    @Test
    void nothingIsAskedOfTheServerWhileNothingHappens() {
        Customer ida = customer("Ida Vinter").writes("First");
        Page page = browser();
        AtomicInteger asked = new AtomicInteger();
        page.onWebSocket(socket -> socket.onFrameSent(frame -> {
            // What keeps the line open is a single character.
            if (frame.text() != null && frame.text().length() > 3) {
                asked.incrementAndGet();
            }
        }));
        page.onRequest(request -> asked.incrementAndGet());
        Desk carla = new Desk(login(page, "carla")).open(ida.name());
        Desk.isRead(carla.row(ida.name()));
        assertThat(carla.timer()).containsText("23:59:");

        await().pollInSameThread()
                .pollInterval(Duration.ofMillis(250))
                .during(Duration.ofSeconds(5))
                .atMost(Duration.ofSeconds(20))
                .until(() -> {
                    assertThat(carla.timer()).isVisible();
                    return asked.getAndSet(0) == 0;
                });
    }

    @Test
    void aLostConnectionIsSaidAndLosesNothing() throws IOException {
        Customer ida = customer("Ida Zeller").writes("First");
        try (TcpProxy wire = new TcpProxy(port)) {
            Desk carla = new Desk(login(browser(), "carla", wire.address())).open(ida.name());
            carla.types("Half a");
            assertThat(carla.count(6)).isVisible();

            wire.cut();
            assertThat(carla.says("Connection lost. Trying again…"))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(8000));
            assertThat(carla.box()).isEditable();
            carla.types(" sentence");
            pictures(carla.page(), "live-connection-lost");
            ida.writes("Meanwhile");

            wire.mend();
            assertThat(carla.message("Meanwhile"))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LONG_ENOUGH_TO_RECONNECT));
            assertThat(carla.says("Connection lost"))
                    .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(LONG_ENOUGH_TO_RECONNECT));
            assertThat(carla.rows().first()).hasAccessibleName(Pattern.compile("^" + ida.name() + ", Meanwhile"));
            assertThat(carla.box()).hasValue("Half a sentence");
            carla.box().press("Control+Enter");
            assertThat(carla.ticks("Half a sentence", "Delivered")).isVisible();
            assertThat(carla.message("Half a sentence")).hasCount(1);
        }
    }

    /** Flow's client does not take back by itself that a request of its own went wrong. */
    @Test
    void whoTypedWhileOfflineIsToldAtOnceThatTheLineIsBack() {
        Customer ida = customer("Ida Zimmer").writes("First");
        Desk carla = new Desk(login(browser(), "carla")).open(ida.name());
        carla.page().context().setOffline(true);
        carla.types("Half a sentence");
        assertThat(carla.says("Connection lost. Trying again…"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(8000));
        carla.page().context().setOffline(false);
        assertThat(carla.says("Connection lost")).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(4000));
    }
}
