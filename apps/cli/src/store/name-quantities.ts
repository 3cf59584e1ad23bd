import { type MEASURES, type TableAccounts, TONNE_MEASURES } from "@tributary/core";
import type { NamedTable } from "./release-tables.ts";
import type { Column } from "./table.ts";

type Frame = TableAccounts["frame"];

/**
 * A table of results that says in every row what its amounts are of and in which unit. Those of the open estimate are t CO₂ and say so
 * where they are described; those of imported tables are of any stressor and any regions.
 */
export function nameQuantities(frame: Frame, { path, columns }: NamedTable): NamedTable {
  if (frame.kind === "open-estimate" || columns.some(({ name }) => name === "stressor")) return { path, columns };
  const { name, unit } = frame.stressor;
  const measures = columns.find((column) => column.name === "measure")?.values as readonly Measure[] | undefined;
  const fill = (read: (row: number) => string) => Array.from({ length: columns[0].values.length }, (_, i) => read(i));
  return {
    path,
    columns: [
      ...columns.map((column) => ({ ...column, name: renameColumn(column.name, unit) }) as Column),
      { name: "stressor", kind: "text", values: fill(() => name) },
      { name: "unit", kind: "text", values: fill((i) => (measures ? unitOf(measures[i], frame) : unit)) },
    ],
  };
}

type Measure = (typeof MEASURES)[number];

/** Only amounts in tonnes are called so. */
function renameColumn(name: string, unit: string): string {
  if (name === "city") return "region";
  return unit === "t" || unit.startsWith("t ") ? name : name.replace(/_t$/, "");
}

/** Unit of a mitigation under a measure. */
function unitOf(measure: Measure, { stressor, units }: Frame): string {
  if ((TONNE_MEASURES as readonly string[]).includes(measure)) return stressor.unit;
  return measure === "per-demand" ? `${stressor.unit} / ${units.flow}` : "1";
}
