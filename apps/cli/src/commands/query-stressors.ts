import { listCityColumns, numberColumn } from "./query-columns.ts";
import type { ResultQuery } from "./query-definition.ts";

/** `tributary query stressors`: accounts of everything that was accounted, each in its unit. */
export const stressorsQuery: ResultQuery = {
  verb: "stressors",
  summary: "accounts of every stressor, each in its unit: production, footprint, local and outsourced",
  examples: ["query stressors --region 430100", "query stressors --format csv > stressors.csv"],
  allCities: true,
  options: ["year"],
  explanation: {
    meaning:
      "The same accounts as those of `query footprint`, for all stressors that `model run` accounted, one row each.",
    formula: "C[r,c] = Σ_{i∈r} S_i ((I − A)⁻¹ Y_c)_i with S of the stressor; footprint = Σ_r C[r,c]; local = C[c,c]",
    source: "Miller & Blair (2009), ch. 10; docs/method.md#accounts",
  },
  answer(results, { city, years }) {
    const rows = results
      .readStressors()
      .filter(({ region, year }) => years.includes(year) && (city === null || region === city.code));
    const text = (name: "stressor" | "unit" | "kind") => ({
      ...{ name, kind: "text" as const },
      values: rows.map((row) => row[name]),
    });
    return [
      ...listCityColumns(rows.map(({ region }) => results.cityOf(region))),
      { name: "year", kind: "integer", values: rows.map(({ year }) => year) },
      ...(["stressor", "unit", "kind"] as const).map(text),
      ...ACCOUNTS.map((account) =>
        numberColumn(
          account,
          rows.map((row) => row[account]),
        ),
      ),
    ];
  },
};

const ACCOUNTS = [
  "production",
  "household_direct",
  "footprint",
  "local",
  "outsourced",
  "for_others",
  "exported_abroad",
] as const;
