package app.parley.team;

import java.io.ByteArrayOutputStream;
import java.time.Clock;

/** An app for codes, as people have it on their phones. */
public final class Phone {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final byte[] secret;
    private final Clock clock;

    /** @param secret as it is typed into the app, or stands in what it scans */
    public Phone(String secret, Clock clock) {
        this.secret = bytes(secret.replace(" ", ""));
        this.clock = clock;
    }

    /** What it shows now. */
    public String code() {
        return Totp.at(secret, clock.instant());
    }

    private static byte[] bytes(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int kept = 0;
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            kept = (kept << 5) | LETTERS.indexOf(text.charAt(i));
            count += 5;
            if (count >= 8) {
                count -= 8;
                bytes.write((kept >> count) & 0xff);
            }
        }
        return bytes.toByteArray();
    }
}
