package app.parley.inbox.chat;

import app.parley.numbers.ApprovedTemplate;
import java.util.Locale;

/** Templates as agents read of them: "order_ready" in "pt_BR" is "Order ready" in Brazilian Portuguese. */
final class TemplateNames {

    private TemplateNames() {}

    static String name(ApprovedTemplate template) {
        return readable(template.name());
    }

    static String readable(String name) {
        String words = name.replace('_', ' ').strip();
        return words.isEmpty() ? name : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    static String language(String code) {
        String name = Locale.forLanguageTag(code.replace('_', '-')).getDisplayName(JsonAttribute.readersLocale());
        return name.isEmpty() ? code : name;
    }

    /** Whether all the words asked for are in its name or its text. */
    static boolean matches(ApprovedTemplate template, String search) {
        String text = (template.name() + " " + name(template) + " "
                        + template.form().body().text())
                .toLowerCase(Locale.ROOT);
        return search.toLowerCase(Locale.ROOT).strip().lines().allMatch(line -> {
            for (String word : line.split("\\s+", -1)) {
                if (!text.contains(word)) {
                    return false;
                }
            }
            return true;
        });
    }
}
