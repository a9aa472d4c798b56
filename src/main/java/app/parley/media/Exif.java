package app.parley.media;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The one thing we ask of a photo's EXIF data. */
final class Exif {

    private static final int HEADER = 0x45786966; // "Exif"
    private static final short LITTLE_ENDIAN = 0x4949; // "II"
    private static final int ORIENTATION = 0x0112;
    private static final int START = 6;
    private static final int ENTRY = 12;

    private Exif() {}

    static Orientation orientation(byte[] segment) {
        try {
            return read(ByteBuffer.wrap(segment));
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return Orientation.UPRIGHT;
        }
    }

    private static Orientation read(ByteBuffer segment) {
        if (segment.getInt(0) != HEADER) {
            return Orientation.UPRIGHT;
        }
        ByteBuffer tiff = segment.slice(START, segment.capacity() - START);
        tiff.order(tiff.getShort(0) == LITTLE_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY;
            if (Short.toUnsignedInt(tiff.getShort(entry)) == ORIENTATION) {
                return new Orientation(tiff.getShort(entry + 8));
            }
        }
        return Orientation.UPRIGHT;
    }
}
