import { listCityColumns, numberColumn } from "./query-columns.ts";
import type { ResultQuery } from "./query-definition.ts";
import { listRows, type Row } from "./query-footprint.ts";

/** `tributary query rates`: accounts in relation to the size of a city. */
export const ratesQuery: ResultQuery = {
  verb: "rates",
  summary: "emissions and footprint of a region per value added and per person",
  examples: ["query rates --region 430100", "query rates --year 2017 --format csv > rates.csv"],
  allCities: true,
  options: ["year"],
  explanation: {
    meaning:
      "Per value added in {amount} per {money} at current prices, per person in {amount}. There is no value per person where the sources hold no population: the stand-in of the model would mislead.",
    formula: "production / value added, footprint / value added, production / population, footprint / population",
    source: "docs/method.md#accounts",
  },
  answer({ cities }, selection) {
    const rows = listRows(cities, selection);
    const rate = (account: Account, per: string, by: (row: Row) => number | null, digits: number) =>
      numberColumn(
        `${account}_per_${per}`,
        rows.map((row) => divide(row.accounts[account], by(row))),
        digits,
      );
    return [
      ...listCityColumns(rows.map(({ city }) => city)),
      { name: "year", kind: "integer", values: rows.map(({ year }) => year) },
      ...ACCOUNTS.map((account) => rate(account, "value_added", readValueAdded, 3)),
      ...ACCOUNTS.map((account) => rate(account, "person", readPopulation, 2)),
    ];
  },
};

const ACCOUNTS = ["production", "footprint"] as const;
type Account = (typeof ACCOUNTS)[number];

const divide = (value: number, by: number | null): number | null => (by ? value / by : null);
const readValueAdded = ({ city, year }: Row): number | null => city.valueAdded[String(year)] ?? null;

function readPopulation({ city, year }: Row): number | null {
  const population = city.population[String(year)];
  return population && !population.estimated ? population.value : null;
}
