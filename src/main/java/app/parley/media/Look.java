package app.parley.media;

import org.jspecify.annotations.Nullable;

/** How large a picture or video is when shown upright, and whether we made a small picture of it. */
record Look(@Nullable Dimensions dimensions, boolean thumbnail) {

    static final Look NONE = new Look(null, false);

    @Nullable
    Integer width() {
        return dimensions == null ? null : dimensions.width();
    }

    @Nullable
    Integer height() {
        return dimensions == null ? null : dimensions.height();
    }
}
