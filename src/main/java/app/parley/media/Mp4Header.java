package app.parley.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads from an MP4's or 3GP's boxes how large its picture is, without decoding anything. */
final class Mp4Header {

    private static final int MOVIE = 0x6d6f6f76; // "moov"
    private static final int TRACK = 0x7472616b; // "trak"
    private static final int TRACK_HEADER = 0x746b6864; // "tkhd"
    private static final int MOST_BOXES = 1000;
    private static final int LONGEST_HEADER = 96;
    private static final int LONGEST_SIDE = 30_000;

    private final SeekableByteChannel file;

    private Mp4Header(SeekableByteChannel file) {
        this.file = file;
    }

    /** Where the content of a box lies in the file. */
    private record Box(long start, long end) {}

    /** Null when it does not say. */
    static @Nullable Dimensions dimensions(Path path) throws IOException {
        try (SeekableByteChannel file = Files.newByteChannel(path)) {
            return new Mp4Header(file).dimensions();
        }
    }

    private @Nullable Dimensions dimensions() throws IOException {
        for (Box movie : boxes(MOVIE, new Box(0, file.size()))) {
            for (Box track : boxes(TRACK, movie)) {
                for (Box header : boxes(TRACK_HEADER, track)) {
                    Dimensions found = shown(read(header.start(), LONGEST_HEADER));
                    if (found != null) {
                        return found;
                    }
                }
            }
        }
        return null;
    }

    private List<Box> boxes(int wanted, Box within) throws IOException {
        List<Box> found = new ArrayList<>();
        long position = within.start();
        for (int count = 0; count < MOST_BOXES && position + 8 <= within.end(); count++) {
            ByteBuffer head = read(position, 16);
            if (head.remaining() < 8) {
                break;
            }
            long size = Integer.toUnsignedLong(head.getInt(0));
            int type = head.getInt(4);
            boolean large = size == 1 && head.remaining() == 16;
            size = large ? head.getLong(8) : size == 0 ? within.end() - position : size;
            int start = large ? 16 : 8;
            if (size < start || size > within.end() - position) {
                break;
            }
            if (type == wanted) {
                found.add(new Box(position + start, position + size));
            }
            position += size;
        }
        return found;
    }

    /** Times and numbers, then how the picture is turned, then its size in 16.16 fixed point; audio has none. */
    private static @Nullable Dimensions shown(ByteBuffer header) {
        int matrix = header.remaining() > 0 && header.get(0) == 1 ? 52 : 40;
        if (header.remaining() < matrix + 44) {
            return null;
        }
        int width = header.getInt(matrix + 36) >>> 16;
        int height = header.getInt(matrix + 40) >>> 16;
        if (width == 0 || height == 0 || width > LONGEST_SIDE || height > LONGEST_SIDE) {
            return null;
        }
        Dimensions stored = new Dimensions(width, height);
        boolean onItsSide = header.getInt(matrix) == 0 && header.getInt(matrix + 4) != 0;
        return onItsSide ? stored.turned() : stored;
    }

    private ByteBuffer read(long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        file.position(position);
        int count = 0;
        while (count >= 0 && buffer.hasRemaining()) {
            count = file.read(buffer);
        }
        return buffer.flip();
    }
}
