package app.parley.admin;

import app.parley.live.TabRefresher;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing an admin looks after, with its heading; when all is well it says so. What stands there changes only when
 * what was read differs, so that nobody's focus is lost to a refresh.
 *
 * @param <T> what is read, compared by its value
 */
abstract class HealthBlock<T> extends Section implements TabRefresher.Part {

    private final H2 heading;
    private transient @Nullable T shown;

    HealthBlock(String key) {
        setClassName("health-block");
        heading = new H2(getTranslation("health." + key));
        add(heading);
    }

    /** Reads, without the tab's lock. */
    abstract T ask();

    /** Adds what was read below the heading. */
    abstract void show(T asked);

    @Override
    public Runnable read() {
        T asked = ask();
        return () -> {
            if (!Objects.equals(asked, shown)) {
                shown = asked;
                removeAll();
                add(heading);
                show(asked);
            }
        };
    }

    void say(String key, Object... parameters) {
        add(paragraph("health-words", key, parameters));
    }

    void sayAllIsWell(String key) {
        add(paragraph("health-well", key));
    }

    void warn(String key, Object... parameters) {
        add(paragraph("health-warning", key, parameters));
    }

    void alarm(String key, Object... parameters) {
        add(paragraph("health-alarm", key, parameters));
    }

    private Paragraph paragraph(String className, String key, Object... parameters) {
        Paragraph words = new Paragraph(getTranslation(key, parameters));
        words.setClassName(className);
        return words;
    }
}
