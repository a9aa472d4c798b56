package app.parley.admin;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinRequest;
import java.net.URL;
import org.jspecify.annotations.Nullable;

/** What an admin carries over to Meta so that messages come in: the webhook's address and its verify token. */
final class WebhookPart extends Div {

    private static final String PATH = "webhooks/whatsapp";

    private final CopyField address = new CopyField(getTranslation("numbers.webhook.url"), "");
    private final Paragraph warning = new Paragraph();

    /** @param verifyToken shown this once; null where it is not known any more */
    WebhookPart(@Nullable String verifyToken) {
        setClassName("webhook-part");
        warning.setClassName("health-warning");
        warning.setVisible(false);
        OrderedList steps = new OrderedList(
                new ListItem(getTranslation("numbers.webhook.open")),
                new ListItem(getTranslation("numbers.webhook.enter")),
                new ListItem(
                        new Span(getTranslation("numbers.webhook.fields") + " "),
                        new Code("messages"),
                        new Span(" " + getTranslation("numbers.webhook.fields.more"))));
        steps.setClassName("webhook-steps");
        add(steps, address, warning);
        if (verifyToken != null) {
            Paragraph once = new Paragraph(getTranslation("numbers.webhook.once"));
            once.setClassName("health-more");
            add(new CopyField(getTranslation("numbers.webhook.token"), verifyToken), once);
        }
    }

    /** Only the browser knows for sure under which address it found us; proxies may tell us another, or nothing. */
    @Override
    protected void onAttach(AttachEvent attached) {
        VaadinRequest request = VaadinRequest.getCurrent();
        boolean secure = request != null && request.isSecure();
        attached.getUI().getPage().fetchCurrentURL(url -> show(url, secure));
    }

    private void show(URL page, boolean secure) {
        address.setValue(addressOf(page));
        boolean https = page.getProtocol().equals("https");
        warning.setVisible(!https || !secure);
        warning.setText(getTranslation(https ? "numbers.webhook.proxy" : "numbers.webhook.http"));
    }

    /** Beside the page, whatever path a proxy puts before us. */
    static String addressOf(URL page) {
        String path = page.getPath();
        String directory = path.substring(0, path.lastIndexOf('/') + 1);
        String port = page.getPort() == -1 ? "" : ":" + page.getPort();
        return page.getProtocol() + "://" + page.getHost() + port + (directory.isEmpty() ? "/" : directory) + PATH;
    }
}
