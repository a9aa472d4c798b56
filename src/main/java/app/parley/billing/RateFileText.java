package app.parley.billing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** What a spreadsheet saved, as text, in whichever of the usual encodings. */
final class RateFileText {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private RateFileText() {}

    static String of(byte[] file) {
        String text = decoded(file);
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static String decoded(byte[] file) {
        if (file.length >= 2
                && ((file[0] == (byte) 0xFF && file[1] == (byte) 0xFE)
                        || (file[0] == (byte) 0xFE && file[1] == (byte) 0xFF))) {
            return new String(file, StandardCharsets.UTF_16);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            // What we look at is plain letters and digits, the same in every old encoding.
            return new String(file, Charset.forName("windows-1252"));
        }
    }
}
