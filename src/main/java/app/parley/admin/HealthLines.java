package app.parley.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

/** A plain list: in each line what it is, more of it below in smaller ink, and at the end a time, a count or a button. */
final class HealthLines extends UnorderedList {

    HealthLines() {
        setClassName("health-lines");
    }

    <C extends Component & HasStyle> void line(String what, String more, C end) {
        Span title = new Span(what);
        title.setClassName("health-what");
        Span below = new Span(more);
        below.setClassName("health-more");
        end.addClassName("health-end");
        Span words = new Span(title, below);
        words.setClassName("health-both");
        add(new ListItem(words, end));
    }

    void line(String what, String more, String end) {
        line(what, more, new Span(end));
    }
}
