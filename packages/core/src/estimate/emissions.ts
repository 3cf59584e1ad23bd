import { InputError, type Issue } from "../errors.ts";
import type { Sector } from "../model/axes.ts";
import type { CityFact, FactYear } from "./facts.ts";
import type { CityTotals, ProvinceEmissions } from "./inventories.ts";
import type { Settings } from "./settings.ts";

/** Emissions of every city, t CO₂. */
export interface CityEmissions {
  /** R×N. */
  bySector: Float64Array;
  /** Household direct emissions, R. */
  households: Float64Array;
  /** Cities whose scaling factor met its limit: their own total is not reproduced. */
  clipped: boolean[];
}

interface EmissionInputs {
  year: FactYear;
  cities: readonly CityFact[];
  sectors: readonly Sector[];
  /** R×N, 10⁴ CNY. */
  output: Float64Array;
  /** Persons, R. */
  population: Float64Array;
  emissions: ReadonlyMap<string, ProvinceEmissions>;
  totals: CityTotals;
  settings: Settings;
}

/** How near its total a city must come to count as reproduced [1]. */
const REPRODUCED = 1e-3;

/**
 * Spread each province's sector emissions over its cities by output, then bend them to the cities' own totals.
 *
 * Scaling of cities (each factor within its limit) and of sectors alternates; sectors come last, so that the province's
 * sector totals are exact and city totals as near as the limit lets them.
 *
 * @throws {InputError} `emissions-without-output` with every province and sector whose emissions no city of the table
 *   could carry.
 * @see docs/open-estimate.md#emissions
 */
export function calcCityEmissions(inputs: EmissionInputs): CityEmissions {
  const { cities, output, population, emissions, totals, year, settings } = inputs;
  const R = cities.length;
  const N = output.length / R;
  const bySector = new Float64Array(R * N);
  const households = new Float64Array(R);
  const clipped: boolean[] = cities.map(() => false);
  const provinces = Map.groupBy(
    cities.map((_, c) => c),
    (c) => cities[c].province,
  );
  const stranded = [...provinces].flatMap(([province, members]) => findStranded(inputs, province, members));
  if (stranded.length > 0)
    throw new InputError("emissions-without-output", "Emissions have no city to go to.", stranded);
  for (const [province, members] of provinces) {
    const total = emissions.get(province)!;
    spread(
      members,
      (c) => population[c],
      total.households,
      (c, value) => {
        households[c] = value;
      },
    );
    for (let k = 0; k < N; k++)
      spread(
        members,
        (c) => output[c * N + k],
        total.bySector[k],
        (c, value) => {
          bySector[c * N + k] = value;
        },
      );
    const targets = new Map(
      members.flatMap((c) => {
        const city = totals.used[c]?.[year];
        return city === undefined ? [] : [[c, city - households[c]] as const];
      }),
    );
    if (members.length > 1) for (const c of bend(bySector, N, members, targets, settings)) clipped[c] = true;
  }
  return { bySector, households, clipped };
}

function findStranded(
  { sectors, output, emissions, year }: EmissionInputs,
  province: string,
  members: readonly number[],
): Issue[] {
  const { bySector } = emissions.get(province)!;
  return sectors.flatMap(({ code, name }, k): Issue[] => {
    if (bySector[k] === 0 || members.some((c) => output[c * sectors.length + k] > 0)) return [];
    return [
      {
        severity: "error",
        code: "emissions-without-output",
        where: `${province}/${code} ${year}`,
        message: `${bySector[k].toPrecision(4)} t of ${name.en}, of which its ${members.length} cities in the table make nothing`,
        hint: "raise cityCount, or see the value added by industry of its cities",
      },
    ];
  });
}

/** A total of nil needs nobody to carry it. */
function spread(
  members: readonly number[],
  key: (c: number) => number,
  total: number,
  write: (c: number, value: number) => void,
): void {
  let keys = 0;
  for (const c of members) keys += key(c);
  for (const c of members) write(c, total === 0 ? 0 : (total * key(c)) / keys);
}

/** Bend `F` in place; returns the cities whose total stays out of reach. */
function bend(
  F: Float64Array,
  N: number,
  members: readonly number[],
  targets: ReadonlyMap<number, number>,
  settings: Settings,
): number[] {
  const { cityFactorLimit: limit, cityFactorRounds } = settings;
  const base = F.slice();
  const city = new Map([...targets.keys()].map((c) => [c, 1]));
  const sector = new Float64Array(N).fill(1);
  const current = (c: number) => {
    let total = 0;
    for (let k = 0; k < N; k++) total += base[c * N + k] * sector[k];
    return total;
  };
  for (let round = 0; round < cityFactorRounds; round++) {
    for (const [c, target] of targets) city.set(c, Math.min(Math.max(target / current(c), 1 / limit), limit));
    for (let k = 0; k < N; k++) {
      let wanted = 0;
      let bent = 0;
      for (const c of members) {
        wanted += base[c * N + k];
        bent += base[c * N + k] * (city.get(c) ?? 1);
      }
      sector[k] = bent > 0 ? wanted / bent : 1;
    }
  }
  for (const c of members) for (let k = 0; k < N; k++) F[c * N + k] = base[c * N + k] * (city.get(c) ?? 1) * sector[k];
  return [...targets].flatMap(([c, target]) => {
    const factor = city.get(c)!;
    const reached = factor * current(c);
    const atLimit = factor >= limit || factor <= 1 / limit;
    return atLimit && Math.abs(reached - target) > REPRODUCED * Math.abs(target) ? [c] : [];
  });
}
