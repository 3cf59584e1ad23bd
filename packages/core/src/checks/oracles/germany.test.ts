import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { calcFootprintFromMultipliers } from "../../accounts/footprint.ts";
import { solveMultipliers } from "../../kernel/solver.ts";
import { readPrinted } from "../../model/printed-table.ts";
import { solveTable } from "./small-table.ts";

const folder = new URL("../../../../../../shared/validation/", import.meta.url);
const present = existsSync(new URL("germany_1995.csv", folder));

/** Fields of a CSV file with quotes, without its heading. */
function readRows(file: string): string[][] {
  const lines = readFileSync(new URL(file, folder), "utf8").trim().split("\n").slice(1);
  return lines.map((line) => [...line.matchAll(/"([^"]*)"|([^,]+)/g)].map(([, quoted, plain]) => quoted ?? plain));
}

const SECTORS = [
  "agriculture_group",
  "industry_group",
  "construction",
  "trade_group",
  "business_services_group",
  "other_services_group",
];
const USES = [
  "final_consumption_households",
  "final_consumption_government",
  "gross_capital_formation",
  "inventory_change",
  "exports",
];

function readGermany() {
  const cells = new Map(
    readRows("germany_1995.csv").map(([, , row, column, value]) => [`${row}/${column}`, Number(value)]),
  );
  const at = (row: string, column: string) => cells.get(`${row}/${column}`)!;
  const co2 = new Map(
    readRows("germany_airpol.csv")
      .filter(([gas]) => gas === "CO2")
      .map(([, column, , value]) => [column, Number(value)]),
  );
  const table = readPrinted({
    Z: SECTORS.map((i) => SECTORS.map((j) => at(i, j))),
    Y: SECTORS.map((i) => [USES.reduce((sum, use) => sum + at(i, use), 0)]),
    F: SECTORS.map((i) => co2.get(i)!),
    v: SECTORS.map((i) => at("gva", i)),
  });
  const x = Float64Array.from(SECTORS, (i) => at("output", i));
  return { table: { ...table, x }, uses: USES.map((use) => Float64Array.from(SECTORS, (i) => at(i, use))) };
}

function expectAll(actual: ArrayLike<number>, expected: readonly number[], within: number) {
  expect(actual.length).toBe(expected.length);
  expected.forEach((value, i) => {
    expect(Math.abs(actual[i] - value), `number ${i}: ${actual[i]} instead of ${value}`).toBeLessThanOrEqual(within);
  });
}

test.skipIf(!present)("shared/validation/germany_1995.csv lies beside the project", () => {
  expect(readRows("germany_1995.csv")).toHaveLength(19 * 13);
});

if (present)
  describe("oracle 4: Eurostat manual (Beutel 2008), Germany 1995, six sectors", () => {
    const { table, uses } = readGermany();
    const { model, M } = solveTable(table);

    test("output multipliers", () => {
      const { X } = solveMultipliers(model.A, new Float64Array(6).fill(1));
      expectAll(X, [1.7048, 1.8413, 1.8136, 1.6035, 1.5951, 1.3782], 5e-5);
    });

    test("CO2 multipliers, 10³ t per 10⁶ EUR", () => {
      expectAll(M, [0.418471, 0.768628, 0.27255, 0.235709, 0.058288, 0.123419], 5e-7);
    });

    test("CO2 by final use, 10³ t", () => {
      const footprints = uses.map((Y) => calcFootprintFromMultipliers(M, Y, 1)[0]);
      expectAll(footprints, [247356.34, 49731.23, 129496.06, 5807.55, 254628.82], 5e-3);
    });
  });
