package app.parley.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {

    private static final int SCALE = 4;

    @Test
    void aCameraReadsWhatIsDrawn() throws ReaderException {
        String address = "otpauth://totp/Parley:ben%40bonita.example?secret=GEZDGNBVGY3TQOJQ&issuer=Parley&digits=6";
        assertThat(new QRCodeReader().decode(seen(QrCode.svg(address))).getText())
                .isEqualTo(address);
    }

    /** The picture's squares as dots. */
    private static BinaryBitmap seen(String svg) throws NotFoundException {
        Matcher size = Pattern.compile("viewBox=\"0 0 (\\d+) ").matcher(svg);
        assertThat(size.find()).isTrue();
        int width = Integer.parseInt(size.group(1)) * SCALE;
        int[] dots = new int[width * width];
        Arrays.fill(dots, 0xffffff);
        Matcher square = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(svg);
        while (square.find()) {
            int left = Integer.parseInt(square.group(1)) * SCALE;
            int top = Integer.parseInt(square.group(2)) * SCALE;
            for (int y = top; y < top + SCALE; y++) {
                Arrays.fill(dots, y * width + left, y * width + left + SCALE, 0);
            }
        }
        return new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, width, dots)));
    }
}
