package app.parley.media;

/** What a fetched file turned out to be. */
record FetchedFile(String digest, long size, String contentType, PictureInfo look) {}
