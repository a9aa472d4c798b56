package app.parley.sandbox;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Whose phones stand open, and new customers for one of the numbers. */
final class PhoneChoice extends Div {

    private final transient Phones phones;
    private final MultiSelectComboBox<Phone> open = new MultiSelectComboBox<>();
    private final Select<SandboxNumber> number = new Select<>();
    private final transient Consumer<Phone> added;

    /**
     * @param chosen told all the phones that stand open
     * @param added told, after that, the phone of a new customer
     */
    PhoneChoice(Phones phones, Consumer<List<Phone>> chosen, Consumer<Phone> added) {
        this.phones = phones;
        this.added = added;
        setClassName("sandbox-choice");
        open.setLabel(getTranslation("sandbox.phones"));
        open.setItemLabelGenerator(this::label);
        open.setAutoExpand(MultiSelectComboBox.AutoExpandMode.VERTICAL);
        open.setItems(phones.all());
        open.addValueChangeListener(change -> chosen.accept(List.copyOf(change.getValue())));
        number.setLabel(getTranslation("sandbox.number"));
        number.setItems(phones.numbers());
        number.setItemLabelGenerator(SandboxNumber::name);
        phones.numbers().stream().findFirst().ifPresent(number::setValue);
        Button newcomer = new Button(getTranslation("sandbox.newCustomer"), click -> addCustomer());
        add(open, number, newcomer);
    }

    /** The first customer of the history, and one who has never written. */
    void openFirst() {
        Set<Phone> first = new LinkedHashSet<>();
        phones.all().stream().findFirst().ifPresent(first::add);
        Optional.ofNullable(number.getValue()).map(this::silentCustomer).ifPresent(first::add);
        open.setItems(phones.all());
        open.setValue(first);
    }

    private void addCustomer() {
        SandboxNumber chosen = number.getValue();
        if (chosen == null) {
            return;
        }
        Set<Phone> now = new LinkedHashSet<>(open.getValue());
        Phone phone = newCustomer(chosen);
        now.add(phone);
        open.setItems(phones.all());
        open.setValue(now);
        added.accept(phone);
    }

    private Phone newCustomer(SandboxNumber number) {
        return phones.newCustomer(
                number, List.of(getTranslation("sandbox.names").split("\\|", -1)));
    }

    private Phone silentCustomer(SandboxNumber number) {
        return phones.all().stream()
                .filter(phone ->
                        phone.number().equals(number) && phone.newest(1).isEmpty())
                .findFirst()
                .orElseGet(() -> newCustomer(number));
    }

    /** The number is told where the address does not suffice: some customers write to both. */
    private String label(Phone phone) {
        SandboxCustomer customer = phone.customer();
        String label = customer.name() + " · " + customer.address();
        boolean several = phones.all().stream()
                        .filter(it -> it.customer().equals(customer))
                        .count()
                > 1;
        return several ? label + " · " + phone.number().name() : label;
    }
}
