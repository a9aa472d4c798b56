package app.parley.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files as customers send them, well-meant and otherwise. */
final class Samples {

    private Samples() {}

    /** The left half red, the right half blue. */
    static byte[] picture(String format, int width, int height) {
        boolean alpha = format.equals("png");
        BufferedImage image =
                new BufferedImage(width, height, alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(Color.RED);
        canvas.fillRect(0, 0, width / 2, height);
        canvas.setColor(Color.BLUE);
        canvas.fillRect(width / 2, 0, width - width / 2, height);
        canvas.dispose();
        try {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            ImageIO.write(image, format, file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A JPEG whose EXIF data say how the camera was held. */
    static byte[] held(int orientation, int width, int height) {
        byte[] jpeg = picture("jpg", width, height);
        ByteBuffer exif = ByteBuffer.allocate(36);
        exif.putShort((short) 0xFFE1).putShort((short) 34);
        exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8);
        exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        exif.putShort((short) orientation).putShort((short) 0).putInt(0);
        return joined(
                java.util.Arrays.copyOf(jpeg, 2), exif.array(), java.util.Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** A PNG of a few bytes that claims to be this large. */
    static byte[] claiming(int width, int height) {
        byte[] png = picture("png", 1, 1);
        ByteBuffer header = ByteBuffer.wrap(png);
        header.putInt(16, width).putInt(20, height);
        java.util.zip.CRC32 check = new java.util.zip.CRC32();
        check.update(png, 12, 17);
        header.putInt(29, (int) check.getValue());
        return png;
    }

    /** The boxes of a video that say how large it is, with nothing in them. */
    static byte[] video(String brand, int width, int height, boolean turned) {
        ByteBuffer header = ByteBuffer.allocate(92).putInt(92).put(ascii("tkhd"));
        header.putInt(8 + 40, turned ? 0 : 0x10000).putInt(8 + 44, turned ? 0x10000 : 0);
        header.putInt(8 + 76, width << 16).putInt(8 + 80, height << 16);
        byte[] sound = box(
                "trak", ByteBuffer.allocate(92).putInt(92).put(ascii("tkhd")).array());
        byte[] movie = box("moov", joined(sound, box("trak", header.array())));
        return joined(box("ftyp", joined(ascii(brand), new byte[4], ascii("isom"))), movie);
    }

    static byte[] box(String type, byte[] content) {
        return joined(
                ByteBuffer.allocate(8)
                        .putInt(8 + content.length)
                        .put(ascii(type))
                        .array(),
                content);
    }

    /** Ten megabytes of nothing in a few kilobytes. */
    static byte[] zipBomb() {
        try {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(file)) {
                zip.putNextEntry(new ZipEntry("zeros"));
                zip.write(new byte[10 << 20]);
            }
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of the files that come with the demo. */
    static byte[] demo(String name) {
        try (InputStream in = Objects.requireNonNull(Samples.class.getResourceAsStream("/demo/" + name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
