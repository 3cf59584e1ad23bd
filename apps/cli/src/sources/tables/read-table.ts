import { InputError, type Issue, type Precision, type Stressor, type TableParts } from "@tributary/core";
import type { IssueList } from "../issue-list.ts";
import { Assembler } from "./assembler.ts";
import type { AxisFiles } from "./axis-files.ts";
import type { Block } from "./block.ts";
import { checkSize, choosePrecision } from "./check-size.ts";
import { checkSums } from "./check-sums.ts";
import { makeTableAxes, type TableAxes } from "./table-axes.ts";
import type { OpenedTable } from "./table-source.ts";
import { type Scale, scaleFlows, scaleMoney } from "./units.ts";

/** What is said of a table beside its files. */
export interface ReadRules {
  year: number;
  /** Axes of the release that is added to, or `null` for the first table. */
  axes: TableAxes | null;
  files: AxisFiles;
  /** Unit of flows, where no file states one. */
  unit: string | null;
  /** Unit in which the release keeps flows already. */
  releaseUnit: string | null;
  emissionsUnit: string | null;
  /** How requirements are to be stored; by the size of the table where nothing is said. */
  precision?: Precision;
  stressors: readonly string[] | null;
  /** Stressors of the release that emissions are added to, and of its other years, whatever is read. */
  known: readonly Stressor[];
  elsewhere: readonly Stressor[];
}

/** A table as it was read. */
export interface ReadTable {
  axes: TableAxes;
  parts: TableParts;
  /** Unit of flows in the release. */
  unit: string | null;
  /** Everything that is accounted, that of the release first. */
  stressors: readonly Stressor[];
  /** Rows of emissions in money, which count as costs. */
  costs: readonly string[];
  /** What the files hold, for messages. */
  holdings: string;
  /** What is odd about the files. */
  warnings: readonly Issue[];
}

/** Told how far the reading of a block is. */
export type ReadProgress = (block: Block, rows: number) => void;

/**
 * Read every block of a table into one set of arrays.
 *
 * @throws {InputError} `bad-table` with every problem found, sorted, each located by file, sheet, row and column;
 *   `no-unit`, `other-unit`; `no-axes` where neither file nor release names regions and sectors.
 */
export async function readTable(
  opened: OpenedTable,
  rules: ReadRules,
  issues: IssueList,
  progress: ReadProgress = () => {},
): Promise<ReadTable> {
  issues.refuse("bad-table", "The table cannot be read");
  const { blocks } = opened;
  const money = chooseMoney(blocks, rules);
  const axes = rules.axes ?? chooseAxes(opened, rules);
  checkSize(axes.regions.size, axes.sectors.size, rules.precision ?? choosePrecision(axes.n));
  const isTable = blocks.some(({ part }) => part === "Z" || part === "A");
  const assembler = new Assembler(
    {
      ...{ axes, scale: money ?? { unit: "", factor: 1 }, money: money?.unit ?? rules.releaseUnit },
      ...{ wanted: rules.stressors, unit: rules.emissionsUnit, known: isTable ? rules.elsewhere : rules.known },
    },
    issues,
  );
  for (const block of blocks) await assembler.add(block, (rows) => progress(block, rows));
  opened.settle?.();
  const parts = assembler.finish();
  if (issues.count === 0) checkSums(parts, axes, issues);
  issues.refuse("bad-table", "The table cannot be used");
  return {
    axes,
    parts: { year: rules.year, ...parts },
    unit: money?.unit ?? rules.releaseUnit,
    stressors: assembler.stressors.kept,
    costs: assembler.stressors.costs,
    holdings: blocks.map(describeHolding).join(", ") || "none",
    warnings: issues.warnings,
  };
}

function describeHolding({ part, name }: Block): string {
  return `${part} in ${name}`;
}

function chooseAxes({ blocks, regions, ragged }: OpenedTable, { files, precision }: ReadRules): TableAxes {
  const flows = blocks.find(({ part }) => part === "Z" || part === "A");
  if (flows && !files.concordance) checkColumns(flows, precision);
  const axes = makeTableAxes(flows ?? null, files, regions, ragged);
  if (axes) return axes;
  throw new InputError(
    "no-axes",
    `No file names the regions and sectors: import the flows first, or give --regions and --sectors. Found were ${blocks.map(describeHolding).join(", ") || "none"}.`,
  );
}

/** Before names are made of the columns: a million of them take their time. */
function checkColumns({ columns }: Block, precision?: Precision): void {
  const regions = new Set(columns.map(({ region }) => region)).size;
  const items = new Set(columns.map(({ item }) => item)).size;
  checkSize(regions, items, precision ?? choosePrecision(regions * items));
}

/** Unit of the flows: stated once, by the files or beside them; `null` where there are no flows. */
function chooseMoney(blocks: readonly Block[], { unit, releaseUnit }: ReadRules): Scale | null {
  const flows = blocks.filter(({ part }) => !part.endsWith("emissions"));
  if (flows.length === 0) return null;
  const stated = [...new Set(flows.flatMap((block) => block.unit ?? []))];
  if (stated.some((other) => scaleMoney(other, stated[0]) !== 1))
    throw new InputError("other-unit", `The files are in different units: ${stated.join(", ")}.`);
  const text = stated[0] ?? unit;
  if (unit !== null && scaleMoney(text, unit) !== 1)
    throw new InputError("other-unit", `--unit says "${unit}", but ${flows[0].name} says "${text}".`);
  if (text === null)
    throw new InputError(
      "no-unit",
      'No file states the unit of the flows; state it, such as --unit "10^4 CNY" or --unit "Mill EUR".',
    );
  const scale = scaleFlows(text);
  if (!scale) throw new InputError("no-unit", `The unit "${text}" is not understood; write it like "10^4 CNY".`);
  if (releaseUnit === null) return scale;
  const factor = scaleMoney(text, releaseUnit);
  if (factor !== null) return { unit: releaseUnit, factor };
  throw new InputError("other-unit", `The table is in ${scale.unit}, but the release in ${releaseUnit}.`);
}
