import { requireMoneyUnit } from "@tributary/core";
import type { ScenarioResult } from "@tributary/scenarios";
import type { Column } from "../store/table.ts";

/** Payments of every compensation ledger: one row a ledger and city. Units: the currency of the table; the price is in its own. */
export function listLedgers({ ledgers, units }: Pick<ScenarioResult, "ledgers" | "units">): Column[] {
  const { scale, currency } = requireMoneyUnit(units.flow);
  const own = currency.toLowerCase();
  const rows = ledgers.flatMap(({ cities, ...terms }, k) =>
    cities.map((city) => ({ ledger: k + 1, ...terms, ...city })),
  );
  const number = (name: string, read: (row: (typeof rows)[number]) => number): Column => ({
    ...{ name, kind: "number" },
    values: rows.map(read),
  });
  const text = (name: string, read: (row: (typeof rows)[number]) => string): Column => ({
    ...{ name, kind: "text" },
    values: rows.map(read),
  });
  return [
    number("ledger", ({ ledger }) => ledger),
    text("cuts", ({ cuts }) => cuts),
    number("price_per_tonne", ({ perTonne }) => perTonne),
    text("price_currency", (row) => row.currency),
    text("city", ({ code }) => code),
    number(`received_${own}`, ({ received }) => received * scale),
    number(`paid_${own}`, ({ paid }) => paid * scale),
    number(`net_${own}`, ({ received, paid }) => (received - paid) * scale),
  ];
}
