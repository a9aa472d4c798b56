package app.parley.inbox;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;

/** A phone number as people of its country write it, with the country code. */
public final class PhoneWords {

    private PhoneWords() {}

    /** What cannot be read as a phone number stays as it is. */
    public static String format(String phone) {
        try {
            PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
            return numbers.format(numbers.parse(phone, null), PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException e) {
            return phone;
        }
    }
}
