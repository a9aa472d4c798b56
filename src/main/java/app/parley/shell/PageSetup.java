package app.parley.shell;

import app.parley.live.TabRefresher;
import app.parley.team.Agent;
import app.parley.team.CurrentAgent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.UIInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/** What holds for every page before its view is built: colours, language, and how it behaves when the line is cut. */
@Component
class PageSetup implements VaadinServiceInitListener {

    private static final int RECONNECT_EVERY_MILLIS = 1000;

    private final CurrentAgent currentAgent;
    private final Messages messages;
    private final ReaderLocale readerLocale;
    private final ContentPolicy policy = new ContentPolicy();

    PageSetup(CurrentAgent currentAgent, Messages messages, ReaderLocale readerLocale) {
        this.currentAgent = currentAgent;
        this.messages = messages;
        this.readerLocale = readerLocale;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::prepare);
        event.addIndexHtmlRequestListener(policy::apply);
        event.getSource().setSystemMessagesProvider(this::systemMessages);
        event.getSource()
                .addUIInitListener(init -> init.getUI().setLocale(readerLocale.of(VaadinRequest.getCurrent())));
        event.getSource().addUIInitListener(this::keepTrying);
        event.getSource().addUIInitListener(init -> giveRefresher(init.getUI()));
        event.getSource().addUIInitListener(init -> OpenDialogs.closeOnNavigation(init.getUI()));
    }

    /** In the page itself, so that a dark one never flashes white. */
    private void prepare(IndexHtmlResponse response) {
        Element root = response.getDocument().root().selectFirst("html");
        if (root == null) {
            return;
        }
        root.attr("lang", readerLocale.of(response.getVaadinRequest()).toLanguageTag());
        readerLocale.keep(response.getVaadinRequest(), response.getVaadinResponse());
        currentAgent
                .find()
                .map(Agent::colorScheme)
                .map(UserMenu::attribute)
                .filter(scheme -> !scheme.isEmpty())
                .ifPresent(scheme -> root.attr("data-scheme", scheme));
    }

    private void keepTrying(UIInitEvent event) {
        var reconnect = event.getUI().getReconnectDialogConfiguration();
        reconnect.setDialogText(
                messages.getTranslation("connection.lost", event.getUI().getLocale()));
        reconnect.setReconnectInterval(RECONNECT_EVERY_MILLIS);
        reconnect.setReconnectAttempts(Integer.MAX_VALUE);
        event.getUI().getPushConfiguration().setParameter("reconnectInterval", String.valueOf(RECONNECT_EVERY_MILLIS));
    }

    /** The tab's one refresher, which all that is live on its page shares. */
    private static void giveRefresher(UI ui) {
        ComponentUtil.setData(
                ui,
                TabRefresher.class,
                new TabRefresher(change -> ui.accessLater(change::run, () -> {}).run()));
    }

    /** A session that ended reloads the page, which remember-me or the login page then answers. */
    private SystemMessages systemMessages(SystemMessagesInfo info) {
        var texts = new CustomizedSystemMessages();
        texts.setSessionExpiredNotificationEnabled(false);
        texts.setInternalErrorCaption(messages.getTranslation("error.title", info.getLocale()));
        texts.setInternalErrorMessage(messages.getTranslation("error.reload", info.getLocale()));
        return texts;
    }
}
