package app.parley.admin;

import app.parley.numbers.NumberAccess.Access;
import app.parley.numbers.PhoneNumberEntry;
import app.parley.team.AgentId;
import app.parley.team.Member;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Everybody, one line each; on a phone a block of lines. */
final class TeamTable extends NativeTable {

    private final NativeTableBody body;
    private final transient Acts acts;

    /** What can be done about somebody. */
    interface Acts {
        void edit(Member member);

        void link(Member member);

        void enable(Member member, boolean enabled);
    }

    TeamTable(Acts acts) {
        this.acts = acts;
        setClassName("page-table");
        NativeTableRow titles = getHead().addRow();
        for (String column : List.of("name", "role", "numbers", "state")) {
            titles.addHeaderCell().setText(getTranslation("team." + column));
        }
        Span actions = new Span(getTranslation("journal.actions"));
        actions.setClassName("only-spoken");
        titles.addHeaderCell().add(actions);
        body = addBody();
    }

    void show(List<Member> members, Map<AgentId, Access> access, List<PhoneNumberEntry> numbers) {
        body.removeAll();
        members.forEach(member -> {
            Access granted = access.getOrDefault(member.id(), new Access(false, Set.of()));
            body.add(row(member, words(granted, numbers)));
        });
    }

    private NativeTableRow row(Member member, String numbers) {
        NativeTableRow line = new NativeTableRow();
        Span email = new Span(member.email());
        email.setClassName("health-more");
        Div who = new Div(new Span(member.name()), email);
        who.setClassName("health-both");
        line.add(
                cell(who),
                cell(new Span(getTranslation("team.role." + member.role()))),
                cell(new Span(numbers)),
                cell(state(member)),
                cell(acts(member)));
        return line;
    }

    private String words(Access access, List<PhoneNumberEntry> numbers) {
        if (access.all()) {
            return getTranslation("team.numbers.all");
        }
        String names = numbers.stream()
                .filter(number -> access.numbers().contains(number.id()))
                .map(PhoneNumberEntry::name)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? getTranslation("team.numbers.none") : names;
    }

    private Span state(Member member) {
        String state = member.disabled() ? "disabled" : member.joined() ? "active" : "invited";
        Span words = new Span(getTranslation("team.state." + state));
        words.setClassName(state.equals("active") ? "tag-calm" : "tag");
        return words;
    }

    private Div acts(Member member) {
        Div buttons = new Div();
        buttons.setClassName("row-acts");
        if (!member.disabled()) {
            buttons.add(
                    button("edit", member, () -> acts.edit(member)), button("link", member, () -> acts.link(member)));
        }
        String toggle = member.disabled() ? "enable" : "disable";
        buttons.add(button(toggle, member, () -> acts.enable(member, member.disabled())));
        return buttons;
    }

    private Button button(String act, Member member, Runnable work) {
        Button button = new Button(getTranslation("team.act." + act), click -> work.run());
        button.setAriaLabel(getTranslation("team.act." + act + ".of", member.name()));
        return button;
    }

    private static NativeTableCell cell(Component content) {
        return new NativeTableCell(content);
    }
}
