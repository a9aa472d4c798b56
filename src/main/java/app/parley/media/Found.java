package app.parley.media;

/** What a fetched file turned out to be. */
record Found(String digest, long size, String contentType, Look look) {}
