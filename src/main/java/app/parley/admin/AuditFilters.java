package app.parley.admin;

import app.parley.audit.AuditAction;
import app.parley.team.AgentId;
import app.parley.team.Member;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Whose deeds, which, and from when to when. */
final class AuditFilters extends Div {

    private final transient List<Member> members;
    private final ComboBox<Member> who = new ComboBox<>(getTranslation("audit.who"));
    private final ComboBox<AuditAction> what = new ComboBox<>(getTranslation("audit.what"));
    private final DayField from = new DayField(getTranslation("audit.from"));
    private final DayField to = new DayField(getTranslation("audit.to"));

    AuditFilters(List<Member> members, Consumer<AuditAddress> go) {
        this.members = members;
        who.setItems(members);
        who.setItemLabelGenerator(Member::name);
        what.setItems(Stream.of(AuditAction.values())
                .sorted(Comparator.comparing(this::words))
                .toList());
        what.setItemLabelGenerator(this::words);
        Stream.of(who, what).forEach(box -> {
            box.setPlaceholder(getTranslation("audit.any"));
            box.setClearButtonVisible(true);
        });
        Stream.of(from, to).forEach(day -> day.setClearButtonVisible(true));
        Stream.<HasValue<?, ?>>of(who, what, from, to)
                .forEach(field -> field.addValueChangeListener(change -> {
                    if (change.isFromClient()) {
                        go.accept(address());
                    }
                }));
        setClassName("audit-picks");
        add(who, what, from, to);
    }

    void show(AuditAddress address) {
        who.setValue(members.stream()
                .filter(member -> member.id().equals(address.who()))
                .findFirst()
                .orElse(null));
        what.setValue(address.what());
        from.setValue(address.from());
        to.setValue(address.to());
    }

    private AuditAddress address() {
        AgentId whose = who.getOptionalValue().map(Member::id).orElse(null);
        return new AuditAddress(whose, what.getValue(), from.getValue(), to.getValue());
    }

    private String words(AuditAction action) {
        return getTranslation("audit.action." + action);
    }
}
