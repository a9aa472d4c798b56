package app.parley.inbox.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people paste to say where something is. */
class MapLinkTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "41.38263, 2.17697 | 41.38263, 2.17697",
                "41.38263 -2.17697 | 41.38263, -2.17697",
                "-33.8567844;151.213108 | -33.856784, 151.213108",
                "https://www.google.com/maps/place/Pla%C3%A7a/@41.3,2.1,17z/data=!3m1!8m2!3d41.38263!4d2.17697"
                        + " | 41.38263, 2.17697",
                "https://www.google.com/maps/@41.38263,2.17697,15z | 41.38263, 2.17697",
                "https://maps.google.com/?q=41.38263,2.17697 | 41.38263, 2.17697",
                "https://www.google.com/maps/search/?api=1&query=41.38263%2C2.17697 | 41.38263, 2.17697",
                "https://www.openstreetmap.org/?mlat=41.38263&mlon=2.17697#map=17/41.3/2.1 | 41.38263, 2.17697",
                "https://www.openstreetmap.org/#map=17/41.38263/2.17697 | 41.38263, 2.17697",
                "https://maps.apple.com/?ll=41.38263,2.17697 | 41.38263, 2.17697",
                "geo:41.38263,2.17697?z=17 | 41.38263, 2.17697"
            })
    void theCoordinatesAreFoundInIt(String pasted, String place) {
        assertThat(MapLink.parse(pasted)).map(MapLink::toString).contains(place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Plaça Reial 3", "https://maps.app.goo.gl/abc", "91, 2", "41, 181", "41", "%zz", "41,2,3"})
    void whatHoldsNoneIsNoPlace(String pasted) {
        assertThat(MapLink.parse(pasted)).isEmpty();
    }

    @Test
    void whatIsFarTooLongIsNotRead() {
        assertThat(MapLink.parse("1".repeat(100_000))).isEmpty();
    }
}
