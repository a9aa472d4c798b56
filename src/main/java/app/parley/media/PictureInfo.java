package app.parley.media;

import org.jspecify.annotations.Nullable;

/** How large a picture or video is when shown upright, and whether we made a small picture of it. */
record PictureInfo(@Nullable Dimensions dimensions, boolean thumbnail) {

    static final PictureInfo NONE = new PictureInfo(null, false);

    @Nullable
    Integer width() {
        return dimensions == null ? null : dimensions.width();
    }

    @Nullable
    Integer height() {
        return dimensions == null ? null : dimensions.height();
    }
}
