package app.parley.shell;

import app.parley.conversations.InboxQueries;
import app.parley.health.AlarmMonitor;
import app.parley.live.LiveUpdates;
import app.parley.live.TabRefresher;
import app.parley.team.Agent;
import app.parley.team.AgentId;
import app.parley.team.CurrentAgent;
import app.parley.team.Team;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.text.NumberFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What every page of a signed-in agent stands in: the side menu, the page, and the count in the browser's title. */
@JsModule("context://modules/double-click.js")
@Layout
@PermitAll
class MainLayout extends Div implements RouterLayout, AfterNavigationObserver {

    private final transient InboxQueries queries;
    private final transient LiveUpdates live;
    private final transient AlarmMonitor alarmMonitor;
    private final boolean admin;
    private final AgentId agent;
    private final SideMenu menu;
    private final Main page = new Main();
    private transient @Nullable UnseenTotal total;
    private transient @Nullable AlarmSubscription alarms;
    private int unseen;

    MainLayout(
            CurrentAgent currentAgent,
            Team team,
            MenuPages pages,
            AuthenticationContext security,
            InboxQueries queries,
            LiveUpdates live,
            AlarmMonitor alarmMonitor) {
        this.queries = queries;
        this.live = live;
        this.alarmMonitor = alarmMonitor;
        Agent me = currentAgent.require();
        this.admin = me.isAdmin();
        this.agent = Objects.requireNonNull(me.id());
        this.menu = new SideMenu(
                me,
                pages,
                new UserMenu(
                        me,
                        pages.of(me, MenuPage.Group.ADMIN),
                        scheme -> team.changeColorScheme(agent, scheme),
                        security::logout));
        setClassName("app");
        page.setClassName("page-slot");
        page.add(new ConnectionBanner());
        add(menu, page);
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        page.getElement().appendChild(content.getElement());
    }

    @Override
    public void removeRouterLayoutContent(HasElement content) {
        content.getElement().removeFromParent();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        showTitle();
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        TabRefresher refresher = Objects.requireNonNull(ComponentUtil.getData(attached.getUI(), TabRefresher.class));
        total = new UnseenTotal(queries, live, agent, refresher, this::showUnseen);
        alarms = admin ? new AlarmSubscription(alarmMonitor, refresher, menu::showAlarms) : null;
        NewRecoveryCodes.take().ifPresent(codes -> new CodesDialog(codes).open());
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        if (total != null) {
            total.stop();
        }
        if (alarms != null) {
            alarms.stop();
        }
    }

    private void showUnseen(int count) {
        unseen = count;
        menu.showUnseen(count);
        showTitle();
    }

    /** Just before the answer leaves, because the router writes the title of the page it opened after everything. */
    private void showTitle() {
        String count = NumberFormat.getIntegerInstance(getLocale()).format(unseen);
        getUI().ifPresent(ui -> ui.beforeClientResponse(
                this, response -> ui.getPage().setTitle(unseen == 0 ? "Parley" : "(" + count + ") Parley")));
    }
}
