package app.parley.billing;

import java.util.List;

/** What was read of a table of rates: all of its rates, or what is wrong with it, at most the first mistakes. */
record RateFile(List<MetaRate> rates, List<RateFileError> errors) {}
