import { CNY_PER_UNIT, type ScenarioResult } from "@tributary/scenarios";
import type { Column } from "../store/table.ts";

/** Payments of every compensation ledger: one row a ledger and city. Units: CNY a year; the price is CNY per t CO₂. */
export function listLedgers({ ledgers }: Pick<ScenarioResult, "ledgers">): Column[] {
  const rows = ledgers.flatMap(({ perTonne, cuts, cities }, k) =>
    cities.map((city) => ({ ledger: k + 1, perTonne, cuts, ...city })),
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
    number("price_cny_per_t", ({ perTonne }) => perTonne),
    text("city", ({ code }) => code),
    number("received_cny", ({ received }) => received * CNY_PER_UNIT),
    number("paid_cny", ({ paid }) => paid * CNY_PER_UNIT),
    number("net_cny", ({ received, paid }) => (received - paid) * CNY_PER_UNIT),
  ];
}
