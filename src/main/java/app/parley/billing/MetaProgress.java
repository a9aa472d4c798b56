package app.parley.billing;

/** How far counts are certain: {@code confirmed} of the messages have arrived, so that what was said of them holds. */
record MetaProgress(long messages, long confirmed) {}
