package app.parley.inbox.chat;

import app.parley.cloudapi.Advert;
import app.parley.cloudapi.Answer;
import app.parley.cloudapi.MessageDetails;
import app.parley.cloudapi.Place;
import app.parley.conversations.ChatMessage;
import app.parley.conversations.MessageKind;
import com.vaadin.flow.component.Component;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a message has to show besides its words, in our words. */
final class Cards {

    /** Meta's words for what it does not pass on that the bundle has a sentence for. */
    private static final Set<String> UNSUPPORTED = Set.of(
            "poll_creation",
            "poll_update",
            "pin",
            "gif",
            "group_invite",
            "keep_in_chat",
            "link_preview",
            "list",
            "interactive",
            "location",
            "image",
            "media_placeholder",
            "order",
            "product",
            "reaction",
            "hsm");

    private Cards() {}

    /** Null for none. */
    static @Nullable List<Card> of(ChatMessage message, Component words) {
        List<Card> cards = new ArrayList<>();
        MessageDetails details = message.details();
        if (details != null) {
            add(cards, details, words);
        }
        if (message.kind() == MessageKind.UNSUPPORTED) {
            cards.add(unsupported(details == null ? null : details.unsupported(), words));
        }
        return cards.isEmpty() ? null : cards;
    }

    private static void add(List<Card> cards, MessageDetails details, Component words) {
        if (details.advert() != null) {
            cards.add(promotion(details.advert(), words));
        }
        if (details.product() != null) {
            String product = details.product().retailerId();
            cards.add(line(
                    product == null
                            ? words.getTranslation("chat.card.some-product")
                            : words.getTranslation("chat.card.product", product)));
        }
        if (details.place() != null) {
            cards.add(location(details.place()));
        }
        details.contacts().forEach(contact -> cards.add(ContactCards.of(contact, words)));
        if (details.order() != null) {
            cards.add(Orders.card(details.order(), words));
        }
        if (!details.answers().isEmpty()) {
            cards.add(new Card.Form(
                    "form", null, details.answers().stream().map(Cards::row).toList()));
        }
        if (details.description() != null) {
            cards.add(line(details.description()));
        }
    }

    private static Card unsupported(@Nullable String what, Component words) {
        return line(
                what != null && UNSUPPORTED.contains(what)
                        ? words.getTranslation(
                                "chat.unsupported.known", words.getTranslation("chat.unsupported." + what))
                        : words.getTranslation("chat.unsupported"));
    }

    private static Card line(String text) {
        return new Card.Line("line", text);
    }

    /** A flow's field is named by whoever built it: "delivery_day" is made readable. */
    private static Card.Row row(Answer answer) {
        String field = answer.field().replaceAll("[_\\s]+", " ").strip();
        String name = field.isEmpty() ? "" : field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1);
        return new Card.Row(name, answer.value());
    }

    private static Card location(Place place) {
        BigDecimal latitude = place.latitude();
        BigDecimal longitude = place.longitude();
        if (latitude == null || longitude == null) {
            return new Card.Location("location", place.name(), place.address(), null, null);
        }
        String north = latitude.toPlainString();
        String east = longitude.toPlainString();
        String url = "https://www.openstreetmap.org/?mlat=%s&mlon=%s#map=17/%s/%s".formatted(north, east, north, east);
        return new Card.Location("location", place.name(), place.address(), north + ", " + east, url);
    }

    private static Card promotion(Advert advert, Component words) {
        return new Card.Promotion(
                "advert",
                words.getTranslation("post".equals(advert.sourceType()) ? "chat.card.post" : "chat.card.advert"),
                advert.headline(),
                advert.body(),
                webAddress(advert.sourceUrl()));
    }

    private static @Nullable String webAddress(@Nullable String url) {
        try {
            URI address = url == null ? null : new URI(url);
            boolean web = address != null
                    && address.getScheme() != null
                    && Set.of("http", "https").contains(address.getScheme().toLowerCase(Locale.ROOT))
                    && address.getHost() != null
                    && address.getUserInfo() == null;
            return web ? url : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
