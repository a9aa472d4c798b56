package app.parley.inbox.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something in a bubble that is neither words nor a file; drawn by modules/bubble-cards.js, by its type. */
sealed interface Card {

    String type();

    /** @param url a map, built by us from the numbers; null when they are none */
    record Location(
            String type,
            @Nullable String name,
            @Nullable String address,
            @Nullable String coordinates,
            @Nullable String url)
            implements Card {}

    /** @param vcard the whole of it as a file for an address book */
    record Person(
            String type, String name, @Nullable String company, List<Phone> phones, List<String> lines, String vcard)
            implements Card {}

    /** @param waId whom a chat can be started with; null for nobody */
    record Phone(String number, @Nullable String waId) {}

    record Shopping(String type, String title, List<Item> items, List<Row> totals) implements Card {}

    record Item(
            String name, @Nullable String count, @Nullable String total) {}

    /** Fields and what was filled in. */
    record Form(String type, @Nullable String title, List<Row> rows) implements Card {}

    record Row(String name, String value) {}

    /** A quiet line below or above the words. */
    record Line(String type, String text) implements Card {}

    /** @param url only http and https */
    record Promotion(
            String type,
            String title,
            @Nullable String headline,
            @Nullable String body,
            @Nullable String url) implements Card {}
}
