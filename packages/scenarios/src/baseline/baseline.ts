import {
  type Axes,
  type CityGroup,
  calcIntensity,
  countRows,
  type Model,
  type RequirementsOperator,
  type Sourcing,
  type Stressor,
  solveMultipliers,
  solveOutput,
} from "@tributary/core";
import { type FinalDemand, sumConsumers } from "./final-demand.ts";

/** How closely the baseline's own columns are solved: scenarios are compared with them to 1e-9. */
export const BASELINE_TOLERANCE = 1e-11;

/**
 * One year of a table as scenarios need it.
 *
 * Shapes: n = R·N rows, region-major; `Y` n×R, consumer after consumer. Units: `units.flow` at prices of the year; amounts in that of the stressor.
 */
export interface BaselineYear {
  year: number;
  A: RequirementsOperator;
  Y: Float64Array;
  /** Foreign exports, n. */
  e: Float64Array;
  /** Gross output, n. */
  x: Float64Array;
  /** Intensity, n, stressor per money. */
  S: Float64Array;
}

/** The earlier year against which mitigation is measured, and what a product costs in the base year over then. */
export interface History {
  first: BaselineYear;
  /** Price index of the base year over the first, n [1]. */
  index: Float64Array;
}

/** What a baseline is made of. */
export interface BaselineParts {
  /** Id of the release. */
  release: string;
  axes: Axes;
  /** What its amounts are of, and the unit of its money. */
  stressor: Stressor;
  units: { flow: string };
  /** Type of each region, R; empty where a table has none. */
  types: readonly CityGroup[];
  base: BaselineYear;
  /** Final demand, and who buys where, of that year. */
  demand: FinalDemand;
  sourcing: Sourcing;
  history?: History;
}

/**
 * The immutable table that a scenario changes, with what levers and selectors read from it. Solves are made when first
 * asked for, and kept.
 */
export class Baseline {
  readonly release: string;
  readonly axes: Axes;
  readonly stressor: Stressor;
  readonly units: { flow: string };
  readonly types: readonly CityGroup[];
  readonly base: BaselineYear;
  readonly history: History | undefined;
  readonly R: number;
  readonly N: number;
  readonly n: number;
  /** Final demand of all consumers. */
  readonly demand: FinalDemand;
  /** Who buys where, and how much of what, for levers that change it. */
  readonly sourcing: Sourcing;
  readonly #columns = new Map<number, Float64Array>();
  #M: Float64Array | undefined;
  #totalDemand: Float64Array | undefined;

  constructor({ release, axes, stressor, units, types, base, demand, sourcing, history }: BaselineParts) {
    this.release = release;
    this.axes = axes;
    this.stressor = stressor;
    this.units = units;
    this.types = types;
    this.base = base;
    this.demand = demand;
    this.sourcing = sourcing;
    this.history = history;
    this.R = axes.regions.length;
    this.N = axes.sectors.length;
    this.n = countRows(axes);
  }

  /** Total multipliers, n, stressor per money of final demand. */
  get M(): Float64Array {
    this.#M ??= solveMultipliers(this.base.A, this.base.S, { tolerance: BASELINE_TOLERANCE }).X;
    return this.#M;
  }

  /** All final demand and exports, n, money. */
  get totalDemand(): Float64Array {
    this.#totalDemand ??= sumDemand(this.base);
    return this.#totalDemand;
  }

  /** Output that the final demand of region c drives, n, money. */
  driven(c: number): Float64Array {
    const known = this.#columns.get(c);
    if (known) return known;
    const X = solveOutput(this.base.A, this.demand.column(c), { tolerance: BASELINE_TOLERANCE }).X;
    this.#columns.set(c, X);
    return X;
  }

  /** Footprint of every region, R, in the unit of the stressor. */
  get footprints(): Float64Array {
    return sumConsumers(this.demand.sumOrigins({ away: this.M, home: this.M }), this.R);
  }

  /** All who choose suppliers for themselves: regions, or sectors of regions where a table is known cell by cell. */
  get buyers(): number {
    return this.R * this.sourcing.buyersOfRegion;
  }

  /** Buyers of region s. */
  buyersOf(s: number): number[] {
    const { buyersOfRegion } = this.sourcing;
    return Array.from({ length: buyersOfRegion }, (_, at) => s * buyersOfRegion + at);
  }

  /** Who buys for sector j of region s. */
  buyerOf(s: number, j: number): number {
    const { buyersOfRegion } = this.sourcing;
    return buyersOfRegion === 1 ? s : s * buyersOfRegion + j;
  }
}

/** A model's year. @throws {InputError} As `calcIntensity`. */
export function readYear({ year, A, Y, e, x, F, axes }: Model): BaselineYear {
  return { year, A, Y, e, x, S: calcIntensity(F, x, axes) };
}

function sumDemand({ Y, e }: BaselineYear): Float64Array {
  const total = e.slice();
  for (let at = 0; at < Y.length; at++) total[at % e.length] += Y[at];
  return total;
}
