package app.parley.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Fills numbers, customers and phones from a file of histories, whose times are minutes before its start. */
@SandboxComponent
final class History {

    private final SandboxSettings settings;
    private final SandboxMediaStore media;
    private final Clock clock;

    History(SandboxSettings settings, SandboxMediaStore media, Clock clock) {
        this.settings = settings;
        this.media = media;
        this.clock = clock;
    }

    record File(
            List<SandboxNumber> numbers,
            List<Customer> customers,
            @Nullable List<Media> media) {}

    record Media(String id, String file, String mimeType) {}

    record Customer(
            String name,
            String userId,
            @Nullable String waId,
            @Nullable String phone,
            @Nullable String username,
            List<Conversation> conversations) {}

    record Conversation(String phoneNumberId, List<Message> messages) {}

    record Message(
            String id,
            String from,
            String kind,
            @Nullable String text,
            long minutesAgo,
            @Nullable Boolean seen,
            @Nullable String state,
            @Nullable String refersTo) {

        boolean fromCustomer() {
            return from.equals("customer");
        }

        /** Meta's word for what it is: a voice message is an audio with a mark. */
        String type() {
            return kind.equals("VOICE") ? "audio" : kind.toLowerCase(Locale.ROOT);
        }
    }

    void read(Phones phones) {
        if (settings.history().isBlank()) {
            return;
        }
        File file = MetaJson.read(media.load(settings.history()), File.class);
        file.numbers().forEach(phones::add);
        if (file.media() != null) {
            file.media().forEach(this::keep);
        }
        Instant start = start();
        file.customers().forEach(customer -> read(phones, customer, start));
    }

    /** The application that was filled with the same histories once remembers when; else they begin now. */
    private Instant start() {
        Path file = settings.historyStartFile();
        if (file == null || !Files.exists(file)) {
            return clock.instant().truncatedTo(ChronoUnit.MINUTES);
        }
        try {
            return Instant.parse(Files.readString(file).strip());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("parley.sandbox.history-start cannot be read: " + file, unreadable);
        }
    }

    private void keep(Media file) {
        String filename = file.file().substring(file.file().lastIndexOf('/') + 1);
        media.keep(new StoredMedia(file.id(), filename, file.mimeType(), media.load("classpath:" + file.file())));
    }

    private void read(Phones phones, Customer it, Instant start) {
        SandboxCustomer customer =
                phones.add(new SandboxCustomer(it.userId(), it.name(), it.waId(), it.phone(), it.username()));
        for (Conversation conversation : it.conversations()) {
            phones.number(conversation.phoneNumberId()).ifPresent(number -> {
                Phone phone = phones.phone(number, customer);
                conversation.messages().forEach(message -> put(phone, message, start));
            });
        }
    }

    private void put(Phone phone, Message it, Instant start) {
        String about = String.valueOf(it.refersTo());
        switch (it.type()) {
            case "reaction" -> phone.change(about, old -> old.withReaction(String.valueOf(it.text())));
            case "edit" -> phone.change(about, old -> old.withText(String.valueOf(it.text())));
            case "revoke" -> phone.change(about, PhoneMessage::deleted);
            default -> add(phone, it, start);
        }
    }

    private void add(Phone phone, Message it, Instant start) {
        Instant at = start.minus(Duration.ofMinutes(it.minutesAgo()));
        boolean read = it.fromCustomer() ? Boolean.TRUE.equals(it.seen()) : "READ".equals(it.state());
        phone.put(new PhoneMessage(
                it.id(),
                it.fromCustomer(),
                it.type(),
                it.text() == null ? "" : it.text(),
                at,
                read ? Ticks.READ : Ticks.DELIVERED,
                "",
                List.of(),
                it.fromCustomer() ? null : sending(phone, it)));
    }

    private static Sending sending(Phone phone, Message it) {
        boolean byUserId = phone.customer().waId() == null;
        return new Sending(it.id(), phone.number(), phone.customer(), byUserId, it.type(), null);
    }
}
