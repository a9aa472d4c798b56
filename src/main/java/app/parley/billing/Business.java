package app.parley.billing;

import java.time.ZoneId;
import java.util.Currency;

/**
 * What the business counts by.
 *
 * @param zone whose days and months its reports are made of ({@code parley.time-zone})
 * @param currency of its rates, fees and budgets ({@code parley.currency})
 */
public record Business(ZoneId zone, Currency currency) {}
