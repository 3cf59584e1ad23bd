import type { TableParts } from "@tributary/core";

/** The arrays of a table while it is read. */
export class TableArrays {
  Z: Float64Array | null = null;
  /** Whether `Z` holds requirements and not flows. */
  coefficients = false;
  readonly Y = new Map<string, Float64Array>();
  readonly emissions = new Map<string, Float64Array>();
  readonly households = new Map<string, Float64Array>();
  readonly #vectors = new Map<string, Float64Array>();
  readonly #n: number;

  /** @param n Rows of the table. */
  constructor(n: number) {
    this.#n = n;
  }

  /** Numbers by row of a part, which several blocks may add to. */
  vectorOf(part: string): Float64Array {
    const known = this.#vectors.get(part) ?? new Float64Array(this.#n);
    this.#vectors.set(part, known);
    return known;
  }

  /** What was read; the arrays are not copied. */
  parts(): Omit<TableParts, "year"> {
    const vector = (part: string) => this.#vectors.get(part) ?? null;
    return {
      ...{ Z: this.Z, coefficients: this.coefficients, Y: this.Y, emissions: this.emissions },
      ...{ x: vector("x"), exports: vector("exports"), imports: vector("imports"), valueAdded: vector("value-added") },
      householdEmissions: this.households,
    };
  }
}
