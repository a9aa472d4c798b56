package app.parley.media;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Makes pictures smaller, and files of them. */
final class Scaling {

    private static final float QUALITY = 0.82f;

    private Scaling() {}

    /** By halves, so that every point of the large picture has its part in the small one. */
    static BufferedImage shrink(BufferedImage image, Dimensions to) {
        BufferedImage smaller = image;
        while (smaller.getWidth() >= 2 * to.width() && smaller.getHeight() >= 2 * to.height()) {
            smaller = draw(smaller, new Dimensions(smaller.getWidth() / 2, smaller.getHeight() / 2));
        }
        return draw(smaller, to);
    }

    private static BufferedImage draw(BufferedImage image, Dimensions to) {
        double x = (double) to.width() / image.getWidth();
        double y = (double) to.height() / image.getHeight();
        return draw(image, to, AffineTransform.getScaleInstance(x, y));
    }

    static BufferedImage draw(BufferedImage image, Dimensions to, AffineTransform how) {
        boolean alpha = image.getColorModel().hasAlpha();
        BufferedImage drawn = new BufferedImage(
                to.width(), to.height(), alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = drawn.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.drawImage(image, how, null);
        canvas.dispose();
        return drawn;
    }

    static byte[] encode(BufferedImage image) throws IOException {
        boolean alpha = image.getColorModel().hasAlpha();
        ImageWriter writer =
                ImageIO.getImageWritersByFormatName(alpha ? "png" : "jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (!alpha) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(QUALITY);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
