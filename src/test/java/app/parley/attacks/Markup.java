package app.parley.attacks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Five hundred texts, each of which would do something if any part of a page took it for more than text: markup,
 * handlers, addresses, style sheets, templates, halves of characters. At most 110 characters each, so that they fit
 * wherever a name does.
 */
final class Markup {

    static final List<String> ALL = Texts.read("markup");

    /** All of them in one text, for what is shown once at a time: longer than any door takes it. */
    static final String WHOLE = "¦ " + String.join(" ¦ ", ALL);

    /** As long as a customer's name is shown before it is cut. */
    private static final int LONGEST_NAME = 118;

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

    /** All of them as names, which are not known by their first words: a few in each. */
    static List<String> names() {
        return fitting("", LONGEST_NAME - 2).stream()
                .map(bunch -> "¦ " + bunch.text())
                .toList();
    }

    /** How many of all of them stand in these words. */
    static long seenIn(Collection<String> words) {
        return seenIn(words, UnaryOperator.identity());
    }

    /** @param written what becomes of a text before it is stored */
    static long seenIn(Collection<String> words, UnaryOperator<String> written) {
        Set<String> essences = words.stream().map(Markup::essence).collect(Collectors.toSet());
        return ALL.stream()
                .map(written)
                .map(Markup::essence)
                .filter(text -> essences.stream().anyMatch(seen -> seen.contains(text)))
                .count();
    }

    /** As a database takes it, whichever it is. */
    static String storable(String text) {
        return new String(text.replace("\0", "").getBytes(UTF_8), UTF_8);
    }

    /**
     * What is left of a text when everything is taken away that a page may change on purpose: white space, marks that
     * make letters bold, lists and quotes, what nobody sees.
     */
    static String essence(String text) {
        return text.replaceAll("[^A-Za-z<=(){}\"';:&/\\\\$%@#]", "").toLowerCase(Locale.ROOT);
    }
}
