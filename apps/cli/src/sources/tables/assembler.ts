import { InputError, type TableParts } from "@tributary/core";
import type { IssueList } from "../issue-list.ts";
import type { Block, BlockRow, Label } from "./block.ts";
import { ConsumerSet } from "./consumer-set.ts";
import { LabelSet, placeColumns } from "./label-set.ts";
import { type StressorRules, StressorSorter } from "./stressors.ts";
import type { TableAxes } from "./table-axes.ts";
import type { Scale } from "./units.ts";

/** Where the cells of a row go: `array[offset + columns[j]] += cell · factor`. */
interface RowTarget {
  array: Float64Array;
  offset: number;
  factor: number;
}

/** How a block is laid into the table: where its columns go, and its rows one by one. */
interface Laying {
  /** -1 for a column whose name is refused. */
  columns: Int32Array;
  /** `null` for a row that is left out, or whose name is refused. */
  place(row: BlockRow): RowTarget | null;
  /** Once all rows are read. */
  finish(): void;
}

/** What is said of the numbers beside the files. */
export interface AssemblyRules extends StressorRules {
  axes: TableAxes;
  money: Scale;
}

/** Adds up the blocks of one year, whatever source they come from, into the arrays of a table. */
export class Assembler {
  readonly stressors: StressorSorter;
  readonly #rules: AssemblyRules;
  readonly #issues: IssueList;
  readonly #vectors = new Map<string, Float64Array>();
  readonly #Y = new Map<string, Float64Array>();
  readonly #emissions = new Map<string, Float64Array>();
  readonly #households = new Map<string, Float64Array>();
  #Z: Float64Array | null = null;
  #coefficients = false;

  constructor(rules: AssemblyRules, issues: IssueList) {
    this.#rules = rules;
    this.#issues = issues;
    this.stressors = new StressorSorter(rules);
  }

  /**
   * Read a block to its end.
   *
   * @param read Told after each row.
   */
  async add(block: Block, read: (rows: number) => void = () => {}): Promise<void> {
    const laying = this.#lay(block);
    let rows = 0;
    for await (const row of block.rows()) {
      const target = laying.place(row);
      if (target) this.#addRow(row, block, laying.columns, target);
      read(++rows);
      this.#issues.stopIfFull();
    }
    laying.finish();
    if (rows === 0) this.#issues.error({ file: block.name }, { code: "empty-file", message: "has no rows" });
  }

  /** What was read; the arrays are not copied. */
  finish(): Omit<TableParts, "year"> {
    this.stressors.checkFound(this.#issues);
    return {
      Z: this.#Z,
      coefficients: this.#coefficients,
      Y: this.#Y,
      x: this.#vectors.get("x") ?? null,
      exports: this.#vectors.get("exports") ?? null,
      imports: this.#vectors.get("imports") ?? null,
      valueAdded: this.#vectors.get("value-added") ?? null,
      emissions: this.#emissions,
      householdEmissions: this.#households,
    };
  }

  #addRow(row: BlockRow, block: Block, columns: Int32Array, { array, offset, factor }: RowTarget): void {
    const { values } = row;
    for (let j = 0; j < columns.length; j++) {
      const value = values[j];
      if (!Number.isFinite(value)) this.#refuseCell(row, block, j);
      else if (columns[j] >= 0) array[offset + columns[j]] += value * factor;
    }
  }

  #refuseCell(row: BlockRow, { columns }: Block, j: number): void {
    const text = row.textOf(j);
    const between = `${showLabel(row.label)} → ${showLabel(columns[j])}`;
    const what = text.trim() === "" ? "empty cell" : `not a number "${text}"`;
    const hint = "a figure that is not known has to be estimated; write 0 only where it is known to be 0";
    this.#issues.error({ file: row.placeOf(j) }, { code: "not-finite", message: `${what}  ${between}`, hint });
  }

  #lay(block: Block): Laying {
    switch (block.part) {
      case "Z":
      case "A":
        return this.#layFlows(block);
      case "Y":
        return this.#layDemand(block);
      case "emissions":
        return isByRegion(block) ? this.#layEmitters(block) : this.#layStressors(block);
      case "household-emissions":
        return this.#layHouseholds(block);
      default:
        return this.#layVector(block);
    }
  }

  #layFlows(block: Block): Laying {
    const { axes } = this.#rules;
    if (this.#Z) throw new InputError("two-tables", `${block.name} is a second table of flows; import one at a time.`);
    this.#coefficients = block.part === "A";
    if (this.#coefficients && axes.merges)
      throw new InputError(
        "cannot-merge",
        `${block.name} holds coefficients, which cannot be added up; give the flows.`,
      );
    const n = axes.n;
    const Z = new Float64Array(n * n);
    this.#Z = Z;
    const factor = this.#coefficients ? 1 : this.#rules.money.factor;
    if (block.transposed) {
      const sellers = placeColumns(block, axes, this.#issues).map((i) => (i < 0 ? -1 : i * n));
      return this.#layRows(block, sellers, (j) => ({ array: Z, offset: j, factor }));
    }
    return this.#layRows(block, placeColumns(block, axes, this.#issues), (i) => ({ array: Z, offset: i * n, factor }));
  }

  #layDemand(block: Block): Laying {
    return block.transposed ? this.#layConsumers(block) : this.#layUses(block);
  }

  /** Columns are final uses of regions. Every region must have its final demand; a region may lack a use. */
  #layUses(block: Block): Laying {
    const { axes, money } = this.#rules;
    const { n } = axes;
    const R = axes.regions.size;
    const uses = [...new Set(block.columns.map(({ item }) => item))];
    const all = new Float64Array(uses.length * n * R);
    for (const [u, use] of uses.entries()) this.#Y.set(use, all.subarray(u * n * R, (u + 1) * n * R));
    const seen = new ConsumerSet(axes, this.#issues);
    const columns = Int32Array.from(block.columns, (label, j) => {
      const c = seen.add(label, block.placeOf(j));
      return c < 0 ? -1 : (uses.indexOf(label.item) * R + c) * n;
    });
    seen.checkComplete(block.name);
    return this.#layRows(block, columns, (i) => ({ array: all, offset: i, factor: money.factor }));
  }

  /** Rows are final uses of regions, columns sectors of regions. */
  #layConsumers(block: Block): Laying {
    const { axes, money } = this.#rules;
    const { n } = axes;
    const seen = new ConsumerSet(axes, this.#issues);
    return {
      columns: placeColumns(block, axes, this.#issues),
      place: ({ label, placeOf }) => {
        const c = seen.add(label, placeOf());
        const array = this.#Y.get(label.item) ?? new Float64Array(n * axes.regions.size);
        this.#Y.set(label.item, array);
        return c < 0 ? null : { array, offset: c * n, factor: money.factor };
      },
      finish: () => seen.checkComplete(block.name),
    };
  }

  /** A number a row, or several that are added; or the same lying on its side. */
  #layVector(block: Block): Laying {
    const { axes, money } = this.#rules;
    const array = this.#vectorOf(block.part);
    if (isByRegion(block))
      return this.#layRows(block, new Int32Array(block.columns.length), (i) => ({
        array,
        offset: i,
        factor: money.factor,
      }));
    const columns = placeColumns(block, axes, this.#issues);
    return { columns, place: () => ({ array, offset: 0, factor: money.factor }), finish: () => {} };
  }

  #vectorOf(part: string): Float64Array {
    const known = this.#vectors.get(part) ?? new Float64Array(this.#rules.axes.n);
    this.#vectors.set(part, known);
    return known;
  }

  /** Rows are stressors, columns sectors of regions. Rows in money are costs. */
  #layStressors(block: Block): Laying {
    const { axes } = this.#rules;
    const columns = placeColumns(block, axes, this.#issues);
    const place = (row: BlockRow) => this.#placeStressor(row, block, this.#emissions, axes.n);
    return { columns, place, finish: () => {} };
  }

  /** Rows are sectors of regions, columns stressors. */
  #layEmitters(block: Block): Laying {
    const { n } = this.#rules.axes;
    const uses = block.columns.map(({ item, unit }, j) =>
      this.stressors.sort(item, unit ?? block.unit, block.placeOf(j), this.#issues),
    );
    const factors = uses.map((use) => (use?.kind === "mass" ? use.factor : null));
    const all = new Float64Array(factors.length * n);
    for (const [s, { item }] of block.columns.entries())
      if (factors[s] !== null) this.#emissions.set(item, all.subarray(s * n, (s + 1) * n));
    const columns = Int32Array.from(factors, (factor, s) => (factor === null ? -1 : s * n));
    const laying = this.#layRows(block, columns, (i) => ({ array: all, offset: i, factor: 1 }));
    const finish = () => {
      laying.finish();
      for (const [s, factor] of factors.entries()) for (let i = 0; i < n; i++) all[s * n + i] *= factor ?? 0;
    };
    return { ...laying, finish };
  }

  /** Direct emissions of final use, added up by region. */
  #layHouseholds(block: Block): Laying {
    const { axes } = this.#rules;
    const R = axes.regions.size;
    const columns = Int32Array.from(block.columns, ({ region, item }, j) =>
      axes.regionOf(region ?? item, block.placeOf(j), this.#issues),
    );
    const place = (row: BlockRow) => this.#placeStressor(row, block, this.#households, R);
    return { columns, place, finish: () => {} };
  }

  #placeStressor(
    { label, placeOf }: BlockRow,
    block: Block,
    arrays: Map<string, Float64Array>,
    length: number,
  ): RowTarget | null {
    const use = this.stressors.sort(label.item, label.unit ?? block.unit, placeOf(), this.#issues);
    if (!use || use.kind === "left-out") return null;
    if (use.kind === "cost") {
      const costs = block.part === "emissions";
      return costs ? { array: this.#vectorOf("value-added"), offset: 0, factor: use.factor } : null;
    }
    if (arrays.has(label.item)) {
      this.#issues.error({ file: placeOf() }, { code: "duplicate-label", message: `${label.item} is there already` });
      return null;
    }
    const array = new Float64Array(length);
    arrays.set(label.item, array);
    return { array, offset: 0, factor: use.factor };
  }

  /** Rows are sectors of regions, each of which must be there once. */
  #layRows(block: Block, columns: Int32Array, targetOf: (row: number) => RowTarget): Laying {
    const seen = new LabelSet(this.#rules.axes, this.#issues);
    return {
      columns,
      place: ({ label, placeOf }) => {
        const i = seen.add(label, placeOf());
        return i < 0 ? null : targetOf(i);
      },
      finish: () => seen.checkComplete(block.name, "row"),
    };
  }
}

/** Whether the columns are no sectors of regions: then the rows are. */
function isByRegion({ columns }: Block): boolean {
  return columns.every(({ region }) => region === null);
}

function showLabel({ region, item }: Label): string {
  return region === null ? item : `${region}/${item}`;
}
