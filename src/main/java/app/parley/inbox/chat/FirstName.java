package app.parley.inbox.chat;

import app.parley.inbox.PlainName;

/** How a sentence or a bubble calls somebody. */
final class FirstName {

    private FirstName() {}

    /** The first word of a name, but the whole of a phone number. */
    static String of(String name) {
        String whole = PlainName.of(name).strip();
        int space = whole.indexOf(' ');
        boolean isName = !whole.isEmpty() && Character.isLetter(whole.codePointAt(0));
        return isName && space > 0 ? whole.substring(0, space) : whole;
    }
}
