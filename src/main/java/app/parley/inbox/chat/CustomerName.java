package app.parley.inbox.chat;

/** How a sentence calls the customer. */
final class CustomerName {

    private CustomerName() {}

    /** The first word of a name, but the whole of a phone number. */
    static String inSentence(String name) {
        String whole = name.strip();
        int space = whole.indexOf(' ');
        boolean isName = !whole.isEmpty() && Character.isLetter(whole.codePointAt(0));
        return isName && space > 0 ? whole.substring(0, space) : whole;
    }
}
