package app.parley.media;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** How a camera was held: EXIF's numbers 1 to 8. Anything else is upright. */
record Orientation(int number) {

    static final Orientation UPRIGHT = new Orientation(1);

    /** Whether width and height change places. */
    boolean turns() {
        return number >= 5 && number <= 8;
    }

    BufferedImage upright(BufferedImage image) {
        Dimensions stored = new Dimensions(image.getWidth(), image.getHeight());
        return number < 2 || number > 8
                ? image
                : Scaling.draw(image, turns() ? stored.turned() : stored, transform(stored.width(), stored.height()));
    }

    private AffineTransform transform(int width, int height) {
        return switch (number) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
