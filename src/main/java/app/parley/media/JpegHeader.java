package app.parley.media;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a JPEG's segments say before anything of it is decoded: how it was held, and in how many scans it comes. */
record JpegHeader(Orientation orientation, int scans) {

    static final JpegHeader NONE = new JpegHeader(Orientation.UPRIGHT, 0);

    /** Progressive photos have about ten; thousands of empty ones would keep the decoder busy for hours. */
    private static final int MOST_SCANS = 100;

    private static final int EXIF = 0xE1;
    private static final int SCAN = 0xDA;
    private static final int END = 0xD9;

    boolean isModest() {
        return scans <= MOST_SCANS;
    }

    static JpegHeader of(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            return read(in);
        }
    }

    private static JpegHeader read(DataInputStream in) throws IOException {
        Orientation orientation = Orientation.UPRIGHT;
        boolean told = false;
        int scans = 0;
        try {
            for (int marker = marker(in); marker != END && scans <= MOST_SCANS; marker = marker(in)) {
                if (marker == SCAN) {
                    scans++;
                }
                if (!hasLength(marker)) {
                    continue;
                }
                int length = in.readUnsignedShort() - 2;
                if (marker == EXIF && !told && length > 0) {
                    Orientation found = Exif.orientation(in.readNBytes(length));
                    told = found.number() != 1;
                    orientation = found;
                } else {
                    in.skipNBytes(Math.max(0, length));
                }
            }
        } catch (EOFException e) {
            // As far as it goes: what is there may still be shown.
        }
        return new JpegHeader(orientation, scans);
    }

    /** The next marker; within a scan the bytes between two are passed over. */
    private static int marker(DataInputStream in) throws IOException {
        int last = in.readUnsignedByte();
        int marker = in.readUnsignedByte();
        while (last != 0xFF || marker == 0xFF) {
            last = marker;
            marker = in.readUnsignedByte();
        }
        return marker;
    }

    /** A stuffed byte, restarts and the start of the image stand alone. */
    private static boolean hasLength(int marker) {
        return marker != 0 && marker != 1 && (marker < 0xD0 || marker > 0xD8);
    }
}
