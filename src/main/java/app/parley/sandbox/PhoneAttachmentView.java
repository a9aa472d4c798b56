package app.parley.sandbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;

/** A message's file as a phone shows it, over its words; and what it answers, over both. */
final class PhoneAttachmentView extends Div {

    PhoneAttachmentView(PhoneAttachments.Enclosure enclosure, Phone phone) {
        setClassName("phone-enclosure");
        if (enclosure.quoted() != null) {
            phone.text(enclosure.quoted()).ifPresent(text -> add(quote(text)));
        }
        StoredMedia file = enclosure.file();
        if (file != null) {
            add(drawn(enclosure.type(), file));
        }
    }

    private static Component quote(String text) {
        Span quote = new Span(text);
        quote.setClassName("phone-quote");
        quote.getElement().setAttribute("dir", "auto");
        return quote;
    }

    private static Component drawn(String type, StoredMedia file) {
        return switch (type) {
            case "image", "sticker" -> new Image(bytes(file).inline(), file.filename());
            case "video", "audio" -> new Player(type, file);
            default -> {
                Anchor link = new Anchor(bytes(file), file.filename());
                link.setClassName("phone-file");
                yield link;
            }
        };
    }

    private static com.vaadin.flow.server.streams.InputStreamDownloadHandler bytes(StoredMedia file) {
        return DownloadHandler.fromInputStream(event -> new DownloadResponse(
                new ByteArrayInputStream(file.content()), file.filename(), file.mimeType(), file.content().length));
    }

    private static final class Player extends Div {
        Player(String type, StoredMedia file) {
            Element player = new Element(type);
            player.setAttribute("controls", true).setAttribute("preload", "metadata");
            player.setAttribute("aria-label", file.filename());
            player.setAttribute("src", bytes(file).inline());
            getElement().appendChild(player);
        }
    }
}
