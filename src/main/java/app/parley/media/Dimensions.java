package app.parley.media;

/** In pixels. */
record Dimensions(int width, int height) {

    private static final int LONGEST_SIDE = 30_000;
    private static final long MOST_PIXELS = 50_000_000;

    /** Whether decoding it stays within bounds; a small file can claim any size. */
    boolean isModest() {
        return width > 0
                && height > 0
                && width <= LONGEST_SIDE
                && height <= LONGEST_SIDE
                && (long) width * height <= MOST_PIXELS;
    }

    int longest() {
        return Math.max(width, height);
    }

    Dimensions turned() {
        return new Dimensions(/* width= */ height, /* height= */ width);
    }

    /** As large as it is, or smaller with the same proportions. */
    Dimensions within(int side) {
        if (longest() <= side) {
            return this;
        }
        double scale = (double) side / longest();
        return new Dimensions(
                Math.max(1, (int) Math.round(width * scale)), Math.max(1, (int) Math.round(height * scale)));
    }
}
