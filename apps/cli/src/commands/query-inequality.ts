import { calcGini, calcLorenz, InputError, type RegionSummary } from "@tributary/core";
import { listCityColumns, numberColumn } from "./query-columns.ts";
import type { ResultColumn, ResultQuery } from "./query-definition.ts";

/** Accounts that are compared per person. */
const ACCOUNTS = ["footprint", "production", "local", "outsourced", "householdDirect"] as const;

/** `tributary query inequality`: how unevenly emissions per person are spread over cities. */
export const inequalityQuery: ResultQuery = {
  verb: "inequality",
  summary: "Gini coefficients of emissions per person between regions, and the Lorenz curve of footprints",
  examples: [
    "query inequality",
    "query inequality --curve --year 2017 --format csv > lorenz.csv",
    "query inequality --region 430100 --explain",
  ],
  allCities: true,
  options: ["year", "curve"],
  explanation: {
    meaning:
      "Between regions: everybody in a region counts alike. Regions without a published population are left out, not estimated. The curve runs from the least footprint per person to the largest; with --region, the region's place on it.",
    formula: "Gini = 1 − Σ_k (P_k − P_{k−1}) (L_k + L_{k−1});  P persons, L emissions, cumulated shares",
    source: "docs/method.md#inequality",
  },
  answer({ cities }, { city, years, curve }) {
    if (curve || city) return listCurve(cities, years, city);
    const rows = years.flatMap((year) =>
      ACCOUNTS.map((account) => ({ year, account, ...measure(cities, year, account) })),
    );
    return [
      { name: "year", kind: "integer", values: rows.map(({ year }) => year) },
      {
        name: "account",
        kind: "text",
        values: rows.map(({ account }) => account.replace(/[A-Z]/, " $&").toLowerCase()),
      },
      numberColumn(
        "gini",
        rows.map(({ gini }) => gini),
        4,
      ),
      { name: "cities", kind: "integer", values: rows.map(({ counted }) => counted) },
      { name: "left_out", kind: "integer", values: rows.map(({ counted }) => cities.length - counted) },
    ];
  },
};

/** Cities whose population is published: only those are compared per person. */
function selectCounted(cities: readonly RegionSummary[], year: number): RegionSummary[] {
  return cities.filter(({ population }) => population[String(year)]?.estimated === false);
}

function drawCurve(counted: readonly RegionSummary[], year: number, account: (typeof ACCOUNTS)[number]) {
  return calcLorenz(
    counted.map(({ accounts }) => accounts[String(year)][account]),
    counted.map(({ population }) => population[String(year)].value),
  );
}

function measure(cities: readonly RegionSummary[], year: number, account: (typeof ACCOUNTS)[number]) {
  const counted = selectCounted(cities, year);
  return { counted: counted.length, gini: calcGini(drawCurve(counted, year, account)) };
}

function listCurve(
  cities: readonly RegionSummary[],
  years: readonly number[],
  only: RegionSummary | null,
): ResultColumn[] {
  if (only && years.some((year) => !selectCounted([only], year).length))
    throw new InputError(
      "no-population",
      `The population of ${only.name.en} is estimated or not known: it is not compared per person.`,
    );
  const rows = years.flatMap((year) => {
    const counted = selectCounted(cities, year);
    const points = drawCurve(counted, year, "footprint").map((point, k) => ({ ...point, rank: k + 1 }));
    return points
      .map((point) => ({ year, city: counted[point.index], ...point }))
      .filter(({ city }) => only === null || city.code === only.code);
  });
  return [
    { name: "year", kind: "integer", values: rows.map(({ year }) => year) },
    { name: "rank", kind: "integer", values: rows.map(({ rank }) => rank) },
    ...listCityColumns(rows.map(({ city }) => city)),
    numberColumn(
      "footprint_per_person_t",
      rows.map(({ perPerson }) => perPerson),
      3,
    ),
    numberColumn(
      "cumulative_persons_share",
      rows.map(({ persons }) => persons),
      4,
    ),
    numberColumn(
      "cumulative_footprint_share",
      rows.map(({ amount }) => amount),
      4,
    ),
  ];
}
