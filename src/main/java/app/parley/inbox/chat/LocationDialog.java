package app.parley.inbox.chat;

import app.parley.cloudapi.OutboundContent;
import app.parley.conversations.Content;
import app.parley.conversations.MessageKind;
import app.parley.conversations.Refusal;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** A place: its coordinates, pasted or the agent's own, and what it is called. */
final class LocationDialog extends SendDialog {

    private static final int LONGEST = 200;

    private final TextField where = new TextField();
    private final TextField name = new TextField();
    private final TextField address = new TextField();
    private final Button here;

    LocationDialog(BiFunction<Content, String, @Nullable Refusal> send) {
        super(send, "location");
        where.setLabel(getTranslation("chat.location.where"));
        where.setHelperText(getTranslation("chat.location.where.help"));
        where.setRequiredIndicatorVisible(true);
        where.setValueChangeMode(ValueChangeMode.EAGER);
        where.addValueChangeListener(change -> read());
        name.setLabel(getTranslation("chat.location.name"));
        name.setMaxLength(LONGEST);
        address.setLabel(getTranslation("chat.location.address"));
        address.setMaxLength(LONGEST);
        here = new Button(getTranslation("chat.location.here"), click -> askBrowser());
        here.addClassName("location-here");
        ask(where, here, name, address);
    }

    /** What was understood stands below what was pasted. */
    private void read() {
        Optional<MapLink> found = MapLink.parse(where.getValue());
        where.setHelperText(
                found.map(place -> "📍 " + place).orElseGet(() -> getTranslation("chat.location.where.help")));
        where.setInvalid(found.isEmpty() && !where.isEmpty());
        where.setErrorMessage(getTranslation("chat.location.where.unclear"));
    }

    private void askBrowser() {
        here.setEnabled(false);
        getElement().executeJs("""
                        return new Promise((resolve) => navigator.geolocation
                          ? navigator.geolocation.getCurrentPosition(
                              ({ coords }) => resolve(`${coords.latitude}, ${coords.longitude}`),
                              () => resolve(''), { enableHighAccuracy: true, timeout: 15000 })
                          : resolve(''))""").then(String.class, this::located, failure -> located(""));
    }

    private void located(String coordinates) {
        here.setEnabled(true);
        if (coordinates.isEmpty()) {
            where.setErrorMessage(getTranslation("chat.location.here.unknown"));
            where.setInvalid(true);
        } else {
            where.setValue(coordinates);
        }
    }

    @Override
    Optional<Content> content() {
        Optional<MapLink> place = MapLink.parse(where.getValue());
        if (place.isEmpty()) {
            where.setErrorMessage(getTranslation("chat.location.where.unclear"));
            where.setInvalid(true);
            where.focus();
        }
        return place.map(this::content);
    }

    private Content content(MapLink place) {
        String called = name.getValue().strip();
        String lies = address.getValue().strip();
        return new Content.Card(
                MessageKind.LOCATION,
                called,
                OutboundContent.location(place.latitude(), place.longitude(), orNull(called), orNull(lies)));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
