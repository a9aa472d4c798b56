package app.parley.admin;

import app.parley.numbers.NumberStanding;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a number stands with WhatsApp: each word of WhatsApp's with its own name, those that are no good news marked. */
final class StandingLine extends Div {

    private static final Set<String> GOOD =
            Set.of("GREEN", "CONNECTED", "APPROVED", "AVAILABLE_WITHOUT_REVIEW", "STANDARD", "HIGH", "AVAILABLE");
    private static final Set<String> SAYS_NOTHING = Set.of("UNKNOWN", "NA", "NONE", "NOT_APPLICABLE");

    StandingLine(NumberStanding standing, ReaderTime time) {
        setClassName("standing");
        if (standing.at() == null) {
            return;
        }
        getElement().setAttribute("title", getTranslation("numbers.standing.asked", time.words(standing.at())));
        tag("status", standing.status());
        tag("quality", standing.rating());
        tag("throughput", standing.throughputLevel());
        tag("name", standing.nameStatus());
        tag("sending", standing.canSend());
        if (standing.advice() != null) {
            Paragraph advice = new Paragraph(standing.advice());
            advice.setClassName("health-warning");
            add(advice);
        }
    }

    private void tag(String what, @Nullable String word) {
        if (word == null) {
            return;
        }
        Span tag = new Span(getTranslation("numbers.standing." + what, MetaWords.of(word, this)));
        tag.setClassName(GOOD.contains(word) || SAYS_NOTHING.contains(word) ? "standing-good" : "standing-bad");
        add(tag);
    }
}
