import { type MEASURES, parseMassUnit, type Stressor, TONNE_MEASURES } from "@tributary/core";
import type { Column } from "./table.ts";

/** What the amounts of some results are of. */
export interface Quantities {
  /** Kind of the release: the open estimate is in t CO₂ and 10⁴ CNY, and its tables are described as such. */
  kind: string;
  stressor: Stressor;
  units: { flow: string };
}

const [AMOUNT, MONEY] = [/_t$/, /_10k_cny$/];

/**
 * Columns that say in every row what their amounts are of and in which unit. Those of the open estimate are named by its units;
 * those of imported tables are of any stressor, any money and any regions.
 *
 * @param columns Amounts of the stressor are called `…_t`, amounts of money `…_10k_cny`.
 */
export function nameQuantities<C extends Column>(of: Quantities, columns: readonly C[]): C[] {
  if (of.kind === "open-estimate" || columns.some(({ name }) => name === "stressor")) return [...columns];
  const { name, unit } = of.stressor;
  const measures = columns.find((column) => column.name === "measure")?.values as readonly Measure[] | undefined;
  const has = (pattern: RegExp) => columns.some((column) => pattern.test(column.name));
  const fill = (column: string, read: (row: number) => string) => {
    const values = Array.from({ length: columns[0].values.length }, (_, i) => read(i));
    return { name: column, kind: "text", values } as unknown as C;
  };
  const isOfStressor = has(AMOUNT) || measures !== undefined || has(/^(production|footprint)($|_per_)/);
  return [
    ...columns
      .filter((column) => !(isOfStressor && column.name === "unit"))
      .map((column) => ({ ...column, name: renameColumn(column.name, unit) })),
    ...(isOfStressor ? [fill("stressor", () => name)] : []),
    ...(isOfStressor ? [fill("unit", (i) => (measures ? unitOf(measures[i], of) : unit))] : []),
    ...(has(MONEY) || has(/_per_value_added$/) ? [fill("money_unit", () => of.units.flow)] : []),
  ];
}

type Measure = (typeof MEASURES)[number];

/** Only amounts in tonnes are called so, and no amount of money is in 10⁴ CNY because of its name. */
function renameColumn(name: string, unit: string): string {
  if (name === "city") return "region";
  const plain = name.replace(MONEY, "");
  return parseMassUnit(unit)?.tonnes === 1 ? plain : plain.replace(AMOUNT, "");
}

/** Unit of a mitigation under a measure. */
function unitOf(measure: Measure, { stressor, units }: Omit<Quantities, "kind">): string {
  if ((TONNE_MEASURES as readonly string[]).includes(measure)) return stressor.unit;
  return measure === "per-demand" ? `${stressor.unit} / ${units.flow}` : "1";
}
