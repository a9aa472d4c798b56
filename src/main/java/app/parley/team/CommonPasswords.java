package app.parley.team;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What people who guess passwords try first: words that lead every list of leaked ones, and ways along the keyboard,
 * dressed in capitals, digits, signs and look-alikes, one after another. A password is one of them when hardly a letter
 * of it is left without them.
 */
final class CommonPasswords {

    private static final String FILE = "/team/worst-passwords.txt";

    /** Fewer letters than these, beside a word that everybody guesses, are soon guessed too. */
    private static final int LETTERS_OF_ONES_OWN = 4;

    private static final int SHORTEST_WALK = 4;
    private static final int SHORTEST_WORD = 3;

    private static final List<String> WALKS = Stream.of(
                    "1234567890",
                    "0123456789",
                    "qwertyuiop",
                    "qwertzuiop",
                    "azertyuiop",
                    "asdfghjkl",
                    "qsdfghjklm",
                    "zxcvbnm",
                    "yxcvbnm",
                    "abcdefghijklmnopqrstuvwxyz",
                    "1q2w3e4r5t6y7u8i9o0p",
                    "q1w2e3r4t5y6u7i8o9p0",
                    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
                    "1qazxsw23edcvfr45tgbnhy67ujm",
                    "zaq1xsw2cde3vfr4bgt5nhy6",
                    "qazwsxedcrfvtgbyhnujmikolp")
            .flatMap(walk -> Stream.of(walk, new StringBuilder(walk).reverse().toString()))
            .toList();

    private static final Map<Character, Character> LOOK_ALIKES =
            Map.of('0', 'o', '1', 'i', '3', 'e', '4', 'a', '5', 's', '7', 't', '@', 'a', '$', 's', '!', 'i');

    private static final List<String> WORDS = read();

    private CommonPasswords() {}

    /** @param own words that are easy to guess for this person: their name, their email */
    static boolean hasHardlyMoreThanThese(String password, Stream<String> own) {
        String plain = password.toLowerCase(Locale.ROOT);
        List<String> words = Stream.concat(own.map(word -> word.toLowerCase(Locale.ROOT)), WORDS.stream())
                .filter(word -> word.length() >= SHORTEST_WORD)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        return isLittle(plain, words) || isLittle(withoutLookAlikes(plain), words);
    }

    private static boolean isLittle(String text, List<String> words) {
        String rest = withoutWalks(text);
        for (String word : words) {
            rest = rest.replace(word, " ");
        }
        return !rest.equals(text)
                && rest.chars().filter(Character::isLetter).count() < LETTERS_OF_ONES_OWN
                && rest.chars().filter(Character::isLetterOrDigit).count() < Passwords.MIN_LENGTH;
    }

    private static String withoutWalks(String text) {
        String rest = text;
        for (String walk : WALKS) {
            for (int length = walk.length(); length >= SHORTEST_WALK; length--) {
                for (int start = 0; start + length <= walk.length(); start++) {
                    rest = rest.replace(walk.substring(start, start + length), " ");
                }
            }
        }
        return rest;
    }

    private static String withoutLookAlikes(String text) {
        StringBuilder plain = new StringBuilder();
        text.chars().forEach(c -> plain.append(LOOK_ALIKES.getOrDefault((char) c, (char) c)));
        return plain.toString();
    }

    private static List<String> read() {
        try (InputStream file = Objects.requireNonNull(CommonPasswords.class.getResourceAsStream(FILE));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
