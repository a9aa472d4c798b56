package app.parley.team;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a browser says it is, in two words: "Firefox, Windows". It may say anything; only names we know are shown. */
final class BrowserWords {

    /** In this order: most say that they are several. */
    private static final Map<String, String> BROWSERS = ordered(
            "Edg",
            "Edge",
            "OPR",
            "Opera",
            "SamsungBrowser",
            "Samsung Internet",
            "Firefox",
            "Firefox",
            "FxiOS",
            "Firefox",
            "CriOS",
            "Chrome",
            "Chrome",
            "Chrome",
            "Safari",
            "Safari");

    private static final Map<String, String> SYSTEMS = ordered(
            "iPhone",
            "iPhone",
            "iPad",
            "iPad",
            "Android",
            "Android",
            "Windows",
            "Windows",
            "Mac OS",
            "Mac",
            "CrOS",
            "ChromeOS",
            "Linux",
            "Linux");

    private BrowserWords() {}

    /** Empty when it is none we know. */
    static String of(@Nullable String userAgent) {
        return Stream.of(first(BROWSERS, userAgent), first(SYSTEMS, userAgent))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String first(Map<String, String> names, @Nullable String userAgent) {
        return userAgent == null
                ? ""
                : names.entrySet().stream()
                        .filter(name -> userAgent.contains(name.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse("");
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
