package app.parley.cloudapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The catalogue of contract 4.2. */
class ErrorCatalogueTest {

    @ParameterizedTest
    @CsvSource({
        "1, RETRY",
        "2, RETRY",
        "131016, RETRY",
        "133004, RETRY",
        "131000, RETRY_A_LITTLE",
        "135000, RETRY_A_LITTLE",
        "130429, SLOW_DOWN",
        "131056, SPARE_CUSTOMER",
        "4, REST",
        "80007, REST",
        "131057, MAINTENANCE",
        "2494100, MAINTENANCE",
        "0, PAUSE",
        "190, PAUSE",
        "3, PAUSE",
        "10, PAUSE",
        "200, PAUSE",
        "299, PAUSE",
        "131005, PAUSE",
        "131031, PAUSE",
        "368, PAUSE",
        "131042, PAUSE",
        "131037, PAUSE",
        "131045, PAUSE",
        "133010, PAUSE",
        "33, PAUSE_AND_FAIL",
        "100, FAIL",
        "131008, FAIL",
        "131009, FAIL",
        "131021, FAIL",
        "131026, FAIL",
        "131030, FAIL",
        "131047, FAIL",
        "131048, FAIL",
        "131049, FAIL",
        "131050, FAIL",
        "130472, FAIL",
        "130403, FAIL",
        "130497, FAIL",
        "131051, FAIL",
        "131053, FAIL",
        "131062, FAIL",
        "132001, FAIL",
        "999999, FAIL",
        "-1, FAIL"
    })
    void eachCodeHasItsCourse(int code, Course course) {
        assertThat(new GraphError(code, "x").course()).isEqualTo(course);
    }

    @ParameterizedTest
    @CsvSource({
        "131047, SEND_TEMPLATE", "132001, SEND_TEMPLATE", "131026, NONE", "100, NONE", "131049, NONE", "130403, NONE",
        "131000, TRY_AGAIN", "131053, TRY_AGAIN", "190, TRY_AGAIN", "999999, TRY_AGAIN", "-1, TRY_AGAIN", "33, NONE"
    })
    void eachCodeHasItsRemedy(int code, Remedy remedy) {
        assertThat(GraphError.remedy(code)).isEqualTo(remedy);
    }

    @Test
    void aNumberTheTokenMayNotSeeIsPausedAsOneThatIsNotThere() {
        GraphError error = error("{\"code\":100,\"error_subcode\":33,\"message\":\"Unsupported post request.\"}");
        assertThat(error.course()).isEqualTo(Course.PAUSE);
        assertThat(error.reason()).isEqualTo(33);
    }

    @Test
    void aCodeNobodyKnowsThatSaysItWillPassIsTriedALittle() {
        assertThat(error("{\"code\":777,\"is_transient\":true}").course()).isEqualTo(Course.RETRY_A_LITTLE);
        assertThat(error("{\"code\":131026,\"is_transient\":true}").course()).isEqualTo(Course.FAIL);
    }

    @Test
    void anErrorWithoutACodeFails() {
        assertThat(error("{\"message\":\"no\"}").course()).isEqualTo(Course.FAIL);
        assertThat(error("{\"code\":{},\"message\":[]}").code()).isEqualTo(GraphError.NO_CODE);
    }

    @Test
    void detailsForTheLogNameNobody() {
        assertThat(error("{\"code\":1,\"error_data\":{\"details\":\"To +34 612 550 187: wamid.HBgL= is gone (24 h)\"}}")
                        .details())
                .isEqualTo("To +… : … is gone (24 h)".replace("… :", "…:"));
        assertThat(error("{\"code\":1,\"error_data\":\"plain\"}").details()).isEqualTo("plain");
    }

    private static GraphError error(String json) {
        return GraphError.of(Json.MAPPER.readTree(json));
    }
}
