package app.parley.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuditActionTest {

    @ParameterizedTest
    @EnumSource
    void eachHasItsWordsAndFitsItsColumn(AuditAction action) {
        assertThat(ResourceBundle.getBundle("messages").getString("audit.action." + action))
                .isNotBlank();
        assertThat(action.name()).hasSizeLessThanOrEqualTo(48);
    }
}
