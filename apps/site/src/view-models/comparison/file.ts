import type { Cell, FileTable } from "../../lib/csv.ts";
import type { ExplorerCity, ExplorerData } from "../../lib/explorer/explorer-data.ts";
import type { CityFlows } from "../../lib/map/map-data.ts";

/** The comparison for machines: one row a quantity, then one a pair of cities; t CO₂. */
export function fileComparison(
  cities: readonly ExplorerCity[],
  flows: readonly CityFlows[] | null,
  { years, cities: all, release }: ExplorerData,
): FileTable {
  const [first, last] = years;
  const source = `${release.id} (${release.label})`;
  const pairs = ["footprint", "local", "outsourced", "production"] as const;
  const amounts: [string, (city: ExplorerCity) => number][] = [
    ...pairs.flatMap((name): [string, (city: ExplorerCity) => number][] => [
      [`${name}_${first}`, (city) => city[name][0]],
      [`${name}_${last}`, (city) => city[name][1]],
    ]),
    [`local_mitigation_${first}_${last}`, (city) => city.localMitigation],
    [`outsourced_mitigation_${first}_${last}`, (city) => city.outsourcedMitigation],
    [`given_${first}_${last}`, (city) => city.given],
  ];
  const rows: Cell[][] = amounts.map(([name, read]) => [name, "t_co2", ...cities.map(read), source]);
  const between = (name: string, kind: "origins" | "received") =>
    cities.map(({ code }): Cell[] => {
      const from = all.findIndex((city) => city.code === code);
      return [`${name}_${code}`, "t_co2", ...(flows ?? []).map((column) => column[kind][from]!), source];
    });
  const flowRows = flows
    ? [...between(`emitted_${last}_in`, "origins"), ...between(`cut_${first}_${last}_in`, "received")]
    : [];
  return {
    columns: ["quantity", "unit", ...cities.map(({ code, en }) => `${code} ${en}`), "data_set"],
    rows: [...rows, ...flowRows],
  };
}
