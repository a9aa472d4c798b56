package app.parley.media;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/** A picture's file, opened by the reader for what it really is; its size is read before anything is decoded. */
final class Picture implements AutoCloseable {

    /** The longest side of what the chat shows, in pixels. */
    private static final int SIDE = 640;

    private static final Set<String> READ_BY_JAVA = Set.of("image/jpeg", "image/png", "image/gif", "image/bmp");

    private final ImageReader reader;
    private final ImageInputStream in;
    private final JpegHeader jpeg;
    private final Dimensions stored;

    private Picture(ImageReader reader, ImageInputStream in, JpegHeader jpeg) throws IOException {
        this.reader = reader;
        this.in = in;
        this.jpeg = jpeg;
        reader.setInput(in, true, true); // Without its metadata, which may be larger than itself.
        this.stored = new Dimensions(reader.getWidth(0), reader.getHeight(0));
    }

    /** Null when it is of a type we do not read. */
    static @Nullable Picture open(Path file, String type) throws IOException {
        ImageReader reader = reader(type);
        if (reader == null) {
            return null;
        }
        JpegHeader jpeg = type.equals("image/jpeg") ? JpegHeader.of(file) : JpegHeader.NONE;
        ImageInputStream in = new FileImageInputStream(file.toFile());
        try {
            return new Picture(reader, in, jpeg);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private static @Nullable ImageReader reader(String type) throws IOException {
        if (type.equals("image/webp")) {
            return new WebPImageReaderSpi().createReaderInstance(null);
        }
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(type);
        return READ_BY_JAVA.contains(type) && readers.hasNext() ? readers.next() : null;
    }

    /** As it is shown. */
    Dimensions dimensions() {
        return jpeg.orientation().turns() ? stored.turned() : stored;
    }

    boolean isModest() {
        return stored.isModest() && jpeg.isModest();
    }

    /** The first frame, upright, as a PNG where it is see-through, else as a JPEG. */
    byte[] thumbnail() throws IOException {
        ImageReadParam param = reader.getDefaultReadParam();
        // Only so many of its points as a good small picture needs: a photo of 50 megapixels takes 200 MB else.
        int step = Math.max(1, stored.longest() / (2 * SIDE));
        param.setSourceSubsampling(step, step, 0, 0);
        BufferedImage small = Scaling.shrink(reader.read(0, param), stored.within(SIDE));
        return Scaling.encode(jpeg.orientation().upright(small));
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        in.close();
    }
}
