package app.parley.cloudapi;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import org.jspecify.annotations.Nullable;

/** Which country's rate a message is billed at: that of the recipient's number (contract section 8). */
public final class Country {

    /** Where it cannot be told, as of numbers that belong to no country. */
    public static final String UNKNOWN = "";

    private Country() {}

    /**
     * @param phone with or without a plus
     * @param userId business-scoped: begins with the country (contract 2.3)
     * @return two capital letters, or {@link #UNKNOWN}
     */
    public static String of(@Nullable String phone, @Nullable String userId) {
        String byPhone = phone == null ? UNKNOWN : ofPhone(phone);
        return byPhone.isEmpty() && userId != null ? ofUser(userId) : byPhone;
    }

    /** Whether there is such a country. */
    public static boolean exists(String country) {
        return PhoneNumberUtil.getInstance().getSupportedRegions().contains(country);
    }

    private static String ofPhone(String phone) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            String region =
                    numbers.getRegionCodeForNumber(numbers.parse(phone.startsWith("+") ? phone : "+" + phone, null));
            return region != null && exists(region) ? region : UNKNOWN;
        } catch (NumberParseException e) {
            return UNKNOWN;
        }
    }

    private static String ofUser(String userId) {
        String country = userId.substring(0, Math.max(0, userId.indexOf('.')));
        return exists(country) ? country : UNKNOWN;
    }
}
