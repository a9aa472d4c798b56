package app.parley.inbox.chat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where something is, as people paste it: coordinates, or a link of a map that holds them. Nobody is asked: a short link
 * that leads to a map says nothing by itself.
 */
record MapLink(BigDecimal latitude, BigDecimal longitude) {

    private static final String DEGREES = "(-?\\d{1,3}(?:\\.\\d{1,20})?)";
    private static final int LONGEST = 2000;

    /** About ten centimetres. */
    private static final int DIGITS = 6;

    /** The place that is marked comes before the middle of what is shown. */
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("^\\s*" + DEGREES + "\\s*[,;\\s]\\s*" + DEGREES + "\\s*$"),
            Pattern.compile("!3d" + DEGREES + "!4d" + DEGREES),
            Pattern.compile("[?&]mlat=" + DEGREES + "&mlon=" + DEGREES),
            Pattern.compile(
                    "[?&](?:q|query|ll|sll|daddr|destination|coordinate)=(?:loc:)?" + DEGREES + "\\s*,\\s*" + DEGREES),
            Pattern.compile("^\\s*geo:" + DEGREES + "," + DEGREES),
            Pattern.compile("@" + DEGREES + "," + DEGREES),
            Pattern.compile("#map=\\d{1,2}(?:\\.\\d+)?/" + DEGREES + "/" + DEGREES));

    /** Empty when there are no coordinates in it, or none that exist. */
    static Optional<MapLink> parse(String pasted) {
        if (pasted.length() > LONGEST) {
            return Optional.empty();
        }
        String text = decoded(pasted);
        return FORMS.stream()
                .map(form -> form.matcher(text))
                .filter(Matcher::find)
                .findFirst()
                .map(found -> new MapLink(degrees(found.group(1)), degrees(found.group(2))))
                .filter(MapLink::exists);
    }

    private boolean exists() {
        return latitude.abs().compareTo(BigDecimal.valueOf(90)) <= 0
                && longitude.abs().compareTo(BigDecimal.valueOf(180)) <= 0;
    }

    private static BigDecimal degrees(String text) {
        BigDecimal degrees = new BigDecimal(text);
        return degrees.scale() > DIGITS ? degrees.setScale(DIGITS, RoundingMode.HALF_UP) : degrees;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    @Override
    public String toString() {
        return latitude.toPlainString() + ", " + longitude.toPlainString();
    }
}
