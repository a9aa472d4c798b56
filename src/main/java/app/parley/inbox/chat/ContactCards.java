package app.parley.inbox.chat;

import app.parley.cloudapi.ContactCard;
import app.parley.inbox.PhoneWords;
import app.parley.inbox.PlainName;
import com.vaadin.flow.component.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** People a customer passes on: shown, and as a file for an address book. */
final class ContactCards {

    private ContactCards() {}

    static Card of(ContactCard contact, Component words) {
        String name = name(contact, words);
        List<String> lines = new ArrayList<>(contact.emails());
        lines.addAll(contact.urls());
        if (contact.birthday() != null) {
            lines.add("🎂 " + contact.birthday());
        }
        return new Card.Person(
                "person",
                name,
                contact.company(),
                contact.phones().stream().map(ContactCards::phone).toList(),
                lines,
                vcard(contact, name));
    }

    private static String name(ContactCard contact, Component words) {
        String given =
                contact.name() == null ? "" : PlainName.of(contact.name()).strip();
        return given.isEmpty()
                ? Objects.requireNonNullElse(contact.company(), words.getTranslation("chat.media.CONTACTS"))
                : given;
    }

    private static Card.Phone phone(ContactCard.Phone phone) {
        return new Card.Phone(shown(phone), waId(phone));
    }

    private static String shown(ContactCard.Phone phone) {
        return phone.number() == null ? PhoneWords.format("+" + phone.waId()) : PhoneWords.format(phone.number());
    }

    /** A WhatsApp id is nothing but digits. */
    private static @Nullable String waId(ContactCard.Phone phone) {
        return phone.waId() != null && phone.waId().matches("[0-9]{5,20}") ? phone.waId() : null;
    }

    /** Our own writing (RFC 6350, in the version that every address book reads), never the customer's. */
    private static String vcard(ContactCard contact, String name) {
        StringBuilder card = new StringBuilder("BEGIN:VCARD\r\nVERSION:3.0\r\n");
        line(card, "N", ";" + escaped(name) + ";;;");
        line(card, "FN", escaped(name));
        if (contact.company() != null) {
            line(card, "ORG", escaped(contact.company()));
        }
        contact.phones().forEach(phone -> line(card, "TEL;TYPE=CELL", escaped(shown(phone))));
        contact.emails().forEach(email -> line(card, "EMAIL", escaped(email)));
        contact.urls().forEach(url -> line(card, "URL", escaped(url)));
        if (contact.birthday() != null) {
            line(card, "BDAY", escaped(contact.birthday()));
        }
        return card.append("END:VCARD\r\n").toString();
    }

    private static void line(StringBuilder card, String property, String value) {
        card.append(property).append(':').append(value).append("\r\n");
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n");
    }
}
