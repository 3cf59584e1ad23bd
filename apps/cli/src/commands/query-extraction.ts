import { calcIntensity, InputError, type Model, solveExtraction, sum } from "@tributary/core";
import { findSector } from "./find-sector.ts";
import { listCityColumns, numberColumn } from "./query-columns.ts";
import type { ModelQuery, Selection, Solved } from "./query-definition.ts";
import { AMOUNT, MONEY } from "./query-quantities.ts";

/** `tributary query extraction`: what hangs on a city or a sector. */
export const extractionQuery: ModelQuery = {
  verb: "extraction",
  summary: "what all regions lose if a region, a sector, or a sector of a region is taken out of the table",
  examples: [
    "query extraction --region 130200 --year 2017 --limit 10",
    "query extraction --sector 14 --format csv",
    "query extraction --region Tangshan --sector 14 --json --explain",
  ],
  allCities: true,
  options: ["year", "sector", "limit"],
  explanation: {
    meaning:
      "Hypothetical extraction: rows, columns and final demand of what is taken out are zero and the table is solved again. Extracted: what was taken out, in the region where it stood. Lost: what all other sectors sell less; others buy abroad what they bought there. Largest loss of emissions first.",
    formula: "loss = x − x̄, x̄ = (I − Ā)⁻¹ f̄;  emissions = S · loss",
    source: "Miller & Blair (2009), §12.2.5; Dietzenbacher & Lahr (2013); docs/method.md#extraction",
  },
  solve(model, selection) {
    const { A, x, F, axes } = model;
    const isOut = chooseRows(model, selection);
    const { loss, residual } = solveExtraction(A, x, isOut);
    const S = calcIntensity(F, x, axes);
    const emissions = loss.map((output, i) => S[i] * output);
    return listLosses(model, { loss, emissions, residual, isOut }, selection.limit);
  },
};

function chooseRows({ axes: { regions, sectors } }: Model, { city, sector }: Selection): (row: number) => boolean {
  if (!city && sector === undefined)
    throw new InputError(
      "no-extraction",
      `Take out what? Try: tributary query extraction --region ${regions[0].code} --sector ${sectors[0].code}`,
    );
  const N = sectors.length;
  const k = sector === undefined ? null : findSector(sectors, sector);
  return (i) => (k === null || i % N === k) && (!city || regions[Math.floor(i / N)].code === city.code);
}

interface Losses {
  loss: Float64Array;
  emissions: Float64Array;
  residual: number;
  isOut: (row: number) => boolean;
}

function listLosses({ axes, x, F }: Model, { loss, emissions, residual, isOut }: Losses, limit?: number): Solved {
  const N = axes.sectors.length;
  const sumCity = (r: number, values: Float64Array, out: boolean) =>
    sum(values.subarray(r * N, (r + 1) * N).filter((_, k) => isOut(r * N + k) === out));
  const cities = axes.regions
    .map((region, r) => ({
      ...region,
      output: sum(x.subarray(r * N, (r + 1) * N)),
      outputOut: sumCity(r, loss, true),
      outputLost: sumCity(r, loss, false),
      emitted: sum(F.subarray(r * N, (r + 1) * N)),
      emissionsOut: sumCity(r, emissions, true),
      emissionsLost: sumCity(r, emissions, false),
    }))
    .sort((a, b) => b.emissionsOut + b.emissionsLost - a.emissionsOut - a.emissionsLost);
  const rows = cities.slice(0, limit);
  const figure = (name: string, of: (city: (typeof cities)[number]) => number, digits?: number) =>
    numberColumn(name, rows.map(of), digits);
  const total = (of: (city: (typeof cities)[number]) => number) => sum(cities.map(of));
  return {
    columns: [
      ...listCityColumns(rows),
      figure("output_extracted_10k_cny", (city) => city.outputOut),
      figure("output_lost_10k_cny", (city) => city.outputLost),
      figure("output_lost_share", (city) => city.outputLost / city.output, 4),
      figure("emissions_extracted_t", (city) => city.emissionsOut),
      figure("emissions_lost_t", (city) => city.emissionsLost),
      figure("emissions_lost_share", (city) => city.emissionsLost / city.emitted, 4),
    ],
    figures: [
      { name: "output_extracted", value: total((city) => city.outputOut), unit: MONEY },
      { name: "output_lost", value: total((city) => city.outputLost), unit: MONEY },
      { name: "emissions_extracted", value: total((city) => city.emissionsOut), unit: AMOUNT },
      { name: "emissions_lost", value: total((city) => city.emissionsLost), unit: AMOUNT },
      { name: "residual", value: residual, unit: "of the largest right-hand side" },
    ],
  };
}
