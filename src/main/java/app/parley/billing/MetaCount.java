package app.parley.billing;

import java.time.LocalDate;

/**
 * Messages of one kind that belong to something, on days that have the same rates.
 *
 * @param since any of these days by the business's clocks
 */
record MetaCount<K>(K of, LocalDate since, MetaKind kind, long messages) {}
