/** The ledger: what messages cost, entered with the fact itself and never changed; rates, reports and reconciliation. */
@NullMarked
package app.parley.billing;

import org.jspecify.annotations.NullMarked;
