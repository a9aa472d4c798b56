package app.parley.admin.billing;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** One figure with its name, what it is made of, and how it was before. */
final class Tile extends Div {

    private final Span value = new Span();
    private final Span more = new Span();
    private final Span before = new Span();

    Tile(String name) {
        setClassName("tile");
        Span title = new Span(getTranslation(name));
        title.setClassName("tile-name");
        value.setClassName("tile-value");
        more.setClassName("tile-more");
        before.setClassName("tile-before");
        add(title, value, more, before);
    }

    void show(String figure, String madeOf, String beforeThat) {
        value.setText(figure);
        more.setText(madeOf);
        before.setText(beforeThat);
    }
}
