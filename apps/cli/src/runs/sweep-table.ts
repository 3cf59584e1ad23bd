import { type Amounts, QUANTITIES } from "@tributary/scenarios";
import { nameQuantities, type Quantities } from "../store/name-quantities.ts";
import type { Column } from "../store/table.ts";
import type { SweepAxis, SweepPoint } from "./sweep-grid.ts";
import type { PointResult } from "./sweep-points.ts";

/** A sweep that is done: its axes, its points, what each does. */
export interface Sweep {
  axes: readonly SweepAxis[];
  points: readonly SweepPoint[];
  results: readonly PointResult[];
  /** Code of the city looked at; null where there is none. */
  city: string | null;
  /** What its amounts are of. */
  quantities: Quantities;
}

/** One row a point: the values. */
export function listPoints({ axes, points }: Pick<Sweep, "axes" | "points">): Column[] {
  return axes.map(({ path }, k) =>
    listValues(
      path,
      points.map(({ values }) => values[k]),
    ),
  );
}

/** One row a point: the values, all cities together, and the city looked at. */
export function listSweep({ quantities, ...sweep }: Sweep): Column[] {
  return nameQuantities(quantities, listChanges(sweep));
}

function listChanges({ axes, points, results, city }: Omit<Sweep, "quantities">): Column[] {
  const total = results.map(({ cities }) => ({
    before: addAmounts(cities.map(({ before }) => before)),
    after: addAmounts(cities.map(({ after }) => after)),
  }));
  const focus = results.map(({ cities }) => cities.find(({ code }) => code === city));
  return [
    ...listPoints({ axes, points }),
    ...QUANTITIES.flatMap((quantity): Column[] => [
      { name: `all_${quantity}_t`, kind: "number", values: total.map(({ after }) => after[quantity]) },
      {
        name: `all_${quantity}_change_t`,
        kind: "number",
        values: total.map(({ before, after }) => after[quantity] - before[quantity]),
      },
    ]),
    ...(city === null
      ? []
      : QUANTITIES.flatMap((quantity): Column[] => [
          { name: `${city}_${quantity}_t`, kind: "number", values: focus.map((one) => one?.after[quantity] ?? null) },
          {
            name: `${city}_${quantity}_change_t`,
            kind: "number",
            values: focus.map((one) => (one ? one.after[quantity] - one.before[quantity] : null)),
          },
        ])),
    { name: "leakage_t", kind: "number", values: results.map(({ leakage }) => leakage.rise) },
    {
      name: "cities_in_another_class",
      kind: "integer",
      values: results.map(
        ({ cities }) => cities.filter((one) => one.class && one.class.before !== one.class.after).length,
      ),
    },
  ];
}

/** One row a point and city. */
export function listSweepCities({ quantities, axes, points, results }: Sweep): Column[] {
  const rows = results.flatMap(({ cities }, p) => cities.map((city) => ({ city, p })));
  return nameQuantities(quantities, [
    ...axes.map(({ path }, k) =>
      listValues(
        path,
        rows.map(({ p }) => points[p].values[k]),
      ),
    ),
    { name: "city", kind: "text", values: rows.map(({ city }) => city.code) },
    ...QUANTITIES.flatMap((quantity): Column[] => [
      { name: `${quantity}_t`, kind: "number", values: rows.map(({ city }) => city.after[quantity]) },
      {
        name: `${quantity}_change_t`,
        kind: "number",
        values: rows.map(({ city }) => city.after[quantity] - city.before[quantity]),
      },
    ]),
    { name: "class", kind: "text", values: rows.map(({ city }) => city.class?.after ?? null) },
  ]);
}

function listValues(name: string, values: readonly (number | string)[]): Column {
  if (values.every((value) => typeof value === "number")) return { name, kind: "number", values };
  return { name, kind: "text", values: values.map(String) };
}

function addAmounts(all: readonly Amounts[]): Amounts {
  const total: Amounts = { footprint: 0, local: 0, outsourced: 0, production: 0 };
  for (const amounts of all) for (const quantity of QUANTITIES) total[quantity] += amounts[quantity];
  return total;
}
