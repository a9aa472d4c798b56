package app.parley.attacks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Five hundred texts, each of which would do something if any part of a page took it for more than text: markup,
 * handlers, addresses, style sheets, templates, halves of characters. At most 110 characters each, so that they fit
 * wherever a name does.
 */
final class Markup {

    static final List<String> ALL = Texts.read("markup");

    /** How many share one field where there is room. */
    private static final int TOGETHER = 12;

    private Markup() {}

    /** Several in one text, with the name of the place behind them. */
    record Bunch(List<String> texts, String place) {

        String text() {
            return String.join(" ¦ ", texts) + " #" + place;
        }
    }

    static List<Bunch> bunches(String place) {
        return bunches(place, TOGETHER);
    }

    static List<Bunch> bunches(String place, int together) {
        List<Bunch> bunches = new ArrayList<>();
        for (int from = 0; from < ALL.size(); from += together) {
            bunches.add(new Bunch(ALL.subList(from, Math.min(from + together, ALL.size())), place));
        }
        return bunches;
    }

    /** As many in one text as fit into it. */
    static List<Bunch> fitting(String place, int most) {
        List<Bunch> bunches = new ArrayList<>();
        List<String> some = new ArrayList<>();
        for (String text : ALL) {
            some.add(text);
            if (new Bunch(some, place).text().length() > most) {
                bunches.add(new Bunch(List.copyOf(some.subList(0, some.size() - 1)), place));
                some = new ArrayList<>(List.of(text));
            }
        }
        bunches.add(new Bunch(some, place));
        return bunches;
    }

    /**
     * What is left of a text when everything is taken away that a page may change on purpose: white space, marks that
     * make letters bold, lists and quotes, what nobody sees.
     */
    static String essence(String text) {
        return text.replaceAll("[^A-Za-z<=(){}\"';:&/\\\\$%@#]", "").toLowerCase(Locale.ROOT);
    }
}
