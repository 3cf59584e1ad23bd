import type { IssueList, Problem } from "../issue-list.ts";
import { Axis, type AxisEntry, makeEntries } from "./axis.ts";
import type { AxisFiles, RegionEntry, SectorEntry } from "./axis-files.ts";
import type { Block, Label } from "./block.ts";
import type { Concordance } from "./concordance.ts";
import { isTotalName, leaveOutTotals } from "./total-names.ts";

/** Regions × sectors of the table that is made, and the way there from the names of a file. */
export class TableAxes {
  readonly regions: Axis<RegionEntry>;
  readonly sectors: Axis<SectorEntry>;
  /** Whether regions may lack sectors. */
  readonly ragged: boolean;
  readonly #concordance: Concordance | null;

  constructor(regions: Axis<RegionEntry>, sectors: Axis<SectorEntry>, concordance: Concordance | null, ragged = false) {
    this.ragged = ragged;
    this.regions = regions;
    this.sectors = sectors;
    this.#concordance = concordance;
  }

  /** Rows of the table. */
  get n(): number {
    return this.regions.size * this.sectors.size;
  }

  /** Whether sectors of a file are merged: then there are more of them than of the table's. */
  get merges(): boolean {
    return this.#concordance !== null;
  }

  /** Names of the sectors that a file must have in each region. */
  get wanted(): string[] {
    return this.#concordance ? [...this.#concordance.keys()] : this.sectors.entries.map(({ code }) => code);
  }

  /** How many sectors of each region a file must have. */
  get expected(): number {
    return this.#concordance?.size ?? this.sectors.size;
  }

  /** Row of a sector of a region; a problem with its name is recorded at `place`. -1 where there is none. */
  rowOf({ region, item }: Label, place: string, issues: IssueList): number {
    const r = this.regionOf(region ?? "", place, issues);
    const k = this.#sectorOf(item, place, issues);
    return r < 0 || k < 0 ? -1 : r * this.sectors.size + k;
  }

  /** Place of a region. */
  regionOf(name: string, place: string, issues: IssueList): number {
    const r = this.regions.find(name);
    if (r < 0) this.#refuseRegion(name, place, issues);
    return r;
  }

  #refuseRegion(name: string, place: string, issues: IssueList): void {
    const shared = this.regions.sharing(name);
    if (shared.length === 0) refuseName("region", name, this.regions.suggest(name), place, issues);
    else issues.error({ file: place }, refuseShared("region", name, shared));
  }

  #sectorOf(name: string, place: string, issues: IssueList): number {
    const target = this.#concordance ? this.#concordance.get(name) : name;
    const k = target === undefined ? -1 : this.sectors.find(target);
    if (k >= 0) return k;
    const shared = target === undefined ? [] : this.sectors.sharing(target);
    if (shared.length > 0) {
      issues.error({ file: place }, refuseShared("sector", name, shared));
      return -1;
    }
    const near = target === undefined ? " The concordance does not have it." : this.sectors.suggest(target);
    const hint = this.#concordance ? undefined : "--concordance FILE sends sectors of the file to those of the table";
    refuseName("sector", name, near, place, issues, hint);
    return -1;
  }
}

const UNNAMED = "each row states its region and its sector; of merged cells only the first does";

/** A name that several entries have: the codes tell them apart. */
function refuseShared(kind: string, name: string, shared: readonly AxisEntry[]): Problem {
  const named = shared.map(({ code, name: { en, zh } }) => [code, ...new Set([en, zh])].join(" ")).join(", ");
  return {
    code: `ambiguous-${kind}`,
    message: `"${name}" is the name of ${shared.length} ${kind}s: ${named}`,
    hint: "write their codes, or give each a name of its own in aliases",
  };
}

function refuseTotal(kind: string, name: string): Problem {
  return {
    code: "total",
    message: `"${name}" is no ${kind} but names a sum of others, which would count them twice`,
    hint: `take it out; a ${kind} that is really called so is listed with --${kind}s FILE`,
  };
}

function refuseName(kind: string, name: string, near: string, place: string, issues: IssueList, hint?: string): void {
  if (isTotalName(name)) {
    issues.error({ file: place }, refuseTotal(kind, name));
    return;
  }
  const message = name === "" ? `has no ${kind}` : `there is no ${kind} "${name}" in the table.${near}`;
  const advice = name === "" ? UNNAMED : hint;
  issues.error({ file: place }, { code: `unknown-${kind}`, message, ...(advice && { hint: advice }) });
}

/**
 * Axes of the first table of a release: those given by files, else the names of the columns of its flows.
 *
 * @returns `null` where neither names them.
 */
export function makeTableAxes(
  flows: Block | null,
  { regions, sectors, concordance }: AxisFiles,
  known?: Axis<RegionEntry>,
  ragged?: boolean,
): TableAxes | null {
  if (!flows && !(regions && sectors)) return null;
  const columns = flows?.columns ?? [];
  const targets = concordance ? [...concordance.values()] : leaveOutTotals(columns.map(({ item }) => item));
  const named = leaveOutTotals([...new Set(columns.map(({ region }) => region ?? ""))]);
  return new TableAxes(regions ?? nameRegions(named, known), sectors ?? nameSectors(targets), concordance, ragged);
}

/** Regions by the names of the columns; those that the layout knows, where it knows them all. */
function nameRegions(names: readonly string[], known?: Axis<RegionEntry>): Axis<RegionEntry> {
  const places = names.map((name) => known?.find(name) ?? -1);
  if (known && places.every((place) => place >= 0)) return new Axis(places.map((place) => known.entries[place]));
  const unknown = { province: null, lon: null, lat: null };
  return new Axis(makeEntries(names, "r").map((entry) => ({ ...entry, ...unknown })));
}

function nameSectors(names: readonly string[]): Axis<SectorEntry> {
  const unknown = { group: null, industry: null };
  return new Axis(makeEntries([...new Set(names)], "s").map((entry) => ({ ...entry, ...unknown })));
}
