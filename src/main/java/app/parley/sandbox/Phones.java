package app.parley.sandbox;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All business numbers, all customers, and what stands on their phones; told to whoever shows it. */
@SandboxComponent
final class Phones {

    private final Map<String, SandboxNumber> numbers = new ConcurrentHashMap<>();
    private final Map<String, SandboxCustomer> customers = new ConcurrentHashMap<>();
    private final Map<String, SandboxCustomer> customersByWaId = new ConcurrentHashMap<>();
    private final Map<PhoneId, Phone> phones = new ConcurrentHashMap<>();
    private final Map<Integer, Phone> inOrder = new ConcurrentSkipListMap<>();
    private final List<Consumer<PhoneId>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicInteger newcomers = new AtomicInteger();

    Phones(History history) {
        history.read(this);
    }

    void add(SandboxNumber number) {
        numbers.put(number.phoneNumberId(), number);
    }

    List<SandboxNumber> numbers() {
        return numbers.values().stream()
                .sorted(Comparator.comparing(SandboxNumber::phoneNumberId))
                .toList();
    }

    Optional<SandboxNumber> number(String phoneNumberId) {
        return Optional.ofNullable(numbers.get(phoneNumberId));
    }

    List<Phone> all() {
        return List.copyOf(inOrder.values());
    }

    Optional<Phone> phone(PhoneId id) {
        return Optional.ofNullable(phones.get(id));
    }

    /** The customer's phone for this number, taken out of the box if need be. */
    Phone phone(SandboxNumber number, SandboxCustomer customer) {
        return phones.computeIfAbsent(new PhoneId(number.phoneNumberId(), customer.userId()), id -> {
            Phone phone = new Phone(number, customer);
            inOrder.put(inOrder.size(), phone);
            return phone;
        });
    }

    SandboxCustomer add(SandboxCustomer customer) {
        customers.put(customer.userId(), customer);
        if (customer.waId() != null) {
            customersByWaId.put(customer.waId(), customer);
        }
        return customer;
    }

    /** Finds the customer by user id, else by phone number; a stranger becomes a customer under this name. */
    synchronized SandboxCustomer customer(@Nullable String userId, @Nullable String waId, String name) {
        SandboxCustomer known = userId == null ? null : customers.get(userId);
        if (known == null && waId != null) {
            known = customersByWaId.get(waId);
        }
        if (known != null) {
            return known;
        }
        return add(new SandboxCustomer(userId == null ? MetaIds.userId() : userId, name, waId, null, null));
    }

    /** A customer nobody has heard of yet, with the next of the names and a phone number of the range kept for fiction. */
    Phone newCustomer(SandboxNumber number, List<String> names) {
        int count = newcomers.incrementAndGet();
        String name = names.get((count - 1) % names.size());
        String waId = "1555013%04d".formatted(count);
        String phone = "+1 555 013 %04d".formatted(count);
        return phone(number, add(new SandboxCustomer(MetaIds.userId(), name, waId, phone, null)));
    }

    /** Gives the customer the next phone number of the range kept for fiction; who hid theirs shows this one. */
    synchronized SandboxCustomer changeNumber(SandboxCustomer before) {
        int count = newcomers.incrementAndGet();
        SandboxCustomer now = new SandboxCustomer(
                before.userId(),
                before.name(),
                "1555014%04d".formatted(count),
                "+1 555 014 %04d".formatted(count),
                before.username());
        if (before.waId() != null) {
            customersByWaId.remove(before.waId());
        }
        add(now);
        phones.values().stream()
                .filter(phone -> phone.customer().userId().equals(before.userId()))
                .forEach(phone -> phone.become(now));
        return now;
    }

    Runnable onChange(Consumer<PhoneId> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void changed(PhoneId phone) {
        listeners.forEach(listener -> listener.accept(phone));
    }
}
