import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { calcFootprint, calcFootprintFromMultipliers } from "../../accounts/footprint.ts";
import { calcOriginConsumer, calcProduction } from "../../accounts/origin-consumer.ts";
import { makeAxes } from "../../model/printed-table.ts";
import { solve, solveTable } from "./small-table.ts";

const folder = new URL("../../../../../../shared/validation/pymrio-test/", import.meta.url);
const present = existsSync(new URL("trade_flows_Z.txt", folder));
const [R, N, USES] = [6, 8, 7];

const read = (file: string) => readFileSync(new URL(file, folder), "utf8");

/** Tab-separated numbers under two heading rows and behind `indices` index columns. */
function readNumbers(file: string, indices: number): number[][] {
  const lines = read(file).trimEnd().split("\n").slice(2);
  return lines.map((line) => line.split("\t").slice(indices).map(Number));
}

/** Which group each row of the system belongs to: regions (and sectors) may be merged. */
interface Grouping {
  regions: readonly number[];
  sectors: readonly number[];
}
const WHOLE: Grouping = { regions: [0, 1, 2, 3, 4, 5], sectors: [0, 1, 2, 3, 4, 5, 6, 7] };
const MERGED: Grouping = { regions: [0, 0, 0, 1, 1, 1], sectors: [0, 1, 1, 1, 1, 2, 2, 2] };

/** The system with regions and sectors merged before anything is calculated. */
function readSystem({ regions, sectors }: Grouping, stressor: readonly number[]) {
  const [regionCount, sectorCount] = [Math.max(...regions) + 1, Math.max(...sectors) + 1];
  const n = regionCount * sectorCount;
  const row = (i: number) => regions[Math.floor(i / N)] * sectorCount + sectors[i % N];
  const [Z, Y, F, v] = [n * n, n * regionCount, n, n].map((length) => new Float64Array(length));
  readNumbers("trade_flows_Z.txt", 3).forEach((cells, i) => {
    for (const [j, flow] of cells.entries()) Z[row(i) * n + row(j)] += flow;
  });
  // Exports are a column of each region's final demand here, not trade with a world outside.
  readNumbers("finald_demand_Y.txt", 3).forEach((cells, i) => {
    for (const [at, flow] of cells.entries()) Y[regions[Math.floor(at / USES)] * n + row(i)] += flow;
  });
  for (const [i, emitted] of stressor.entries()) F[row(i)] += emitted;
  const axes = makeAxes(regionCount, sectorCount);
  return solveTable({ year: 2000, axes, Z, Y, e: new Float64Array(n), F, FY: new Float64Array(regionCount), v });
}

function expectRelative(actual: ArrayLike<number>, expected: readonly number[], within: number) {
  expect(actual.length).toBe(expected.length);
  expected.forEach((value, i) => {
    expect(Math.abs(actual[i] / value - 1), `number ${i}: ${actual[i]} instead of ${value}`).toBeLessThanOrEqual(
      within,
    );
  });
}

/** `M Y` by consumer and product, `[c·N + k]`: what pymrio calls D_cba by sector. */
function calcByProduct({ M, model }: ReturnType<typeof readSystem>): number[] {
  const { regions, sectors } = model.axes;
  const n = M.length;
  return regions.flatMap((_, c) =>
    sectors.map((_, k) =>
      regions.reduce((sum, _, r) => sum + M[r * sectors.length + k] * model.Y[c * n + r * sectors.length + k], 0),
    ),
  );
}

function mergeProducts(detail: readonly number[]): number[] {
  const sums = new Array<number>(6).fill(0);
  for (const [at, value] of detail.entries())
    sums[MERGED.regions[Math.floor(at / N)] * 3 + MERGED.sectors[at % N]] += value;
  return sums;
}

test.skipIf(!present)("shared/validation/pymrio-test lies beside the project", () => {
  expect(readNumbers("trade_flows_Z.txt", 3)).toHaveLength(R * N);
});

if (present)
  describe("oracle 9: pymrio's test system, 6 regions × 8 sectors (pymrio tests/test_integration.py)", () => {
    const published = JSON.parse(read("expected_published.json"));
    const recomputed = JSON.parse(read("expected_recomputed.json"));
    const stressors = readNumbers("emissions.txt", 3);
    const households = readNumbers("FDemissions.txt", 3).map((cells) => {
      const FY = new Array<number>(R).fill(0);
      for (const [at, emitted] of cells.entries()) FY[Math.floor(at / USES)] += emitted;
      return FY;
    });
    const withHouseholds = (D: Float64Array, s: number) => D.map((value, c) => value + households[s][c]);

    test.each([0, 1])("footprint and production with and without household emissions, stressor %i", (s) => {
      const { S, X, M, model } = readSystem(WHOLE, stressors[s]);
      const { total } = calcFootprint(calcOriginConsumer(S, X, R));
      expectRelative(total, recomputed.D_cba_reg_excl_FY[s], 1e-12);
      expectRelative(calcFootprintFromMultipliers(M, model.Y, R), recomputed.D_cba_reg_excl_FY[s], 1e-12);
      expectRelative(withHouseholds(total, s), recomputed.D_cba_reg_incl_FY[s], 1e-12);
      expectRelative(withHouseholds(calcProduction(model.F, R), s), recomputed.D_pba_reg_incl_FY[s], 1e-12);
    });

    test.each([0, 1])(
      "published, merged into two regions: footprints contain household emissions, stressor %i",
      (s) => {
        const { S, X } = readSystem(WHOLE, stressors[s]);
        const footprints = withHouseholds(calcFootprint(calcOriginConsumer(S, X, R)).total, s);
        const merged = [0, 3].map((first) => footprints.subarray(first, first + 3).reduce((a, b) => a + b));
        const name = `emission_type${s + 1}`;
        expectRelative(
          merged,
          published["emissions.D_cba_reg aggregated [R1=reg1..3,R2=reg4..6] (incl F_Y)"][name],
          3e-7,
        );
      },
    );

    test.each([0, 1])(
      "published, by product: merged after and before the solve differ, both reproduced, stressor %i",
      (s) => {
        const name = `emission_type${s + 1}`;
        const after = mergeProducts(calcByProduct(readSystem(WHOLE, stressors[s])));
        const before = calcByProduct(readSystem(MERGED, stressors[s]));
        expectRelative(after, published["emissions.D_cba calc-THEN-aggregate (io_post) 2reg x 3sec"][name], 1e-6);
        const key = "emissions.D_cba aggregate-BEFORE-calc (io_pre) 2reg x 3sec, order reg0 sec0..2, reg1 sec0..2";
        expectRelative(before, published[key][name], 1e-6);
        const total = published["emissions.D_cba global total (excl F_Y)"][name];
        for (const parts of [after, before]) expectRelative([parts.reduce((a, b) => a + b)], [total], 1e-6);
      },
    );

    test("published, value added: multipliers, imported part of the footprint, downstream multipliers by Ghosh", () => {
      const valueAdded = readNumbers("factor_input.txt", 2)[0];
      const { S, X, M, model } = readSystem(WHOLE, valueAdded);
      expect(published["factor_inputs.M"]).toHaveLength(48);
      published["factor_inputs.M"].forEach((m: number, i: number) => {
        expect(Math.abs(M[i] - m)).toBeLessThan(5.1e-9);
      });
      expectRelative(
        calcFootprint(calcOriginConsumer(S, X, R)).outsourced,
        published["factor_inputs.D_imp_reg"],
        1e-12,
      );
      // (G − I) S with G = x̂⁻¹ L x̂.
      const driven = solve(
        model,
        S.map((s, i) => s * model.x[i]),
      );
      const down = driven.map((value, i) => value / model.x[i] - S[i]);
      expectRelative(down, published["factor_inputs.M_down"], 2e-8);
    });
  });
