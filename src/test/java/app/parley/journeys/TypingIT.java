package app.parley.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.parley.TcpProxy;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Ben writes, Carla is told, within the second the house promises. */
class TypingIT extends InboxTest {

    private static final String BEN_TYPES = "Ben is typing…";
    private static final double PROMISED_MILLIS = 1000;

    @Test
    void isToldBesideTheCountAndInTheList() {
        Customer nora = customer("Nora Vidal").writes("Is the rye bread ready?");
        Desk carla = carla().open(nora.name());
        Desk ben = ben().open(nora.name());

        ben.types("L");
        soon(carla.says(BEN_TYPES));
        soon(carla.row(nora.name()), BEN_TYPES);
        BoundingBox typing = carla.says(BEN_TYPES).boundingBox();
        BoundingBox count = carla.count(0).boundingBox();
        assertThat(middle(typing)).isCloseTo(middle(count), Offset.offset(4.0));
        assertThat(typing.x).isGreaterThan(count.x + count.width);

        assertThat(ben.says("typing")).hasCount(0);
        assertThat(ben.row(nora.name())).not().containsText("typing");
    }

    @Test
    void endsWhenTheReplyIsSent() {
        Customer nora = customer("Nora Reyes").writes("Is the rye bread ready?");
        Desk carla = carla().open(nora.name());
        Desk ben = ben().open(nora.name());
        ben.types("At eleven.");
        soon(carla.says(BEN_TYPES));

        ben.box().press("Control+Enter");
        gone(carla, nora);
    }

    @Test
    void endsWhenTheBoxIsEmptied() {
        Customer nora = customer("Nora Blum").writes("Is the rye bread ready?");
        Desk carla = carla().open(nora.name());
        Desk ben = ben().open(nora.name());
        ben.types("At");
        soon(carla.says(BEN_TYPES));

        ben.box().fill("");
        gone(carla, nora);
    }

    @Test
    void endsWhenAnotherConversationIsOpened() {
        Customer nora = customer("Nora Lund").writes("Is the rye bread ready?");
        Customer hugo = customer("Hugo Lund").writes("And the cake?");
        Desk carla = carla().open(nora.name());
        Desk ben = ben().open(nora.name());
        ben.types("At");
        soon(carla.says(BEN_TYPES));

        ben.open(hugo.name());
        gone(carla, nora);
    }

    @Test
    void endsWhenTheBrowserIsClosed() {
        Customer nora = customer("Nora Falk").writes("Is the rye bread ready?");
        Desk carla = carla().open(nora.name());
        Desk ben = ben().open(nora.name());
        ben.types("At");
        soon(carla.says(BEN_TYPES));

        ben.page().close();
        gone(carla, nora);
    }

    @Test
    void endsWhenTheConnectionIsLost() throws IOException {
        Customer nora = customer("Nora Ibsen").writes("Is the rye bread ready?");
        Desk carla = carla().open(nora.name());
        try (TcpProxy wire = new TcpProxy(port)) {
            Desk ben = new Desk(login(browser(), "ben", wire.address())).open(nora.name());
            ben.types("At");
            soon(carla.says(BEN_TYPES));

            wire.cut();
            gone(carla, nora);
        }
    }

    private static void soon(Locator what) {
        assertThat(what).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PROMISED_MILLIS));
    }

    private static void soon(Locator what, String text) {
        assertThat(what).containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(PROMISED_MILLIS));
    }

    private static void gone(Desk desk, Customer customer) {
        assertThat(desk.says(BEN_TYPES))
                .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(PROMISED_MILLIS));
        assertThat(desk.row(customer.name()))
                .not()
                .containsText(BEN_TYPES, new LocatorAssertions.ContainsTextOptions().setTimeout(PROMISED_MILLIS));
    }

    private static double middle(BoundingBox box) {
        return box.y + box.height / 2;
    }
}
