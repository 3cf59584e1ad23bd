import { basename, dirname } from "node:path";
import { CODE, type DenseRegion, type DenseSector } from "@tributary/core";
import type { IssueList } from "../issue-list.ts";
import type { TableRow } from "../table-row.ts";
import { readTextTable, warnUnread } from "../text-table.ts";
import { Axis, type AxisEntry } from "./axis.ts";
import type { Concordance } from "./concordance.ts";

export type RegionEntry = Omit<DenseRegion, "aliases"> & AxisEntry;
export type SectorEntry = DenseSector & AxisEntry;

/** What files beside a table say of its axes; `null` where there is none. */
export interface AxisFiles {
  regions: Axis<RegionEntry> | null;
  sectors: Axis<SectorEntry> | null;
  concordance: Concordance | null;
}

const CODE_FORM = "a code of letters, digits, hyphens and underscores, dots inside";
const INDUSTRIES = ["primary", "secondary", "tertiary"] as const;

/** Read a list of regions: `code`, and where known `name_en`, `name_zh`, `province`, `lon`, `lat`, `aliases` (with `|` between). */
export function readRegionFile(path: string, issues: IssueList, encoding?: string): Axis<RegionEntry> | null {
  return readAxisFile(path, encoding, ["province", "lon", "lat"], issues, (row) => ({
    province: row.text("province") || null,
    lon: row.optionalNumber("lon", { min: -180, max: 180, hint: "degrees east" }),
    lat: row.optionalNumber("lat", { min: -90, max: 90, hint: "degrees north" }),
  }));
}

/** Read a list of sectors: `code`, and where known `name_en`, `name_zh`, `group`, `industry`, `aliases` (with `|` between). */
export function readSectorFile(path: string, issues: IssueList, encoding?: string): Axis<SectorEntry> | null {
  return readAxisFile(path, encoding, ["group", "industry"], issues, (row) => ({
    group: row.text("group") || null,
    industry: readIndustry(row),
  }));
}

function readAxisFile<T extends object>(
  path: string,
  encoding: string | undefined,
  more: readonly string[],
  issues: IssueList,
  readMore: (row: TableRow) => T,
): Axis<AxisEntry & T> | null {
  const before = issues.count;
  const table = readTextTable(dirname(path), basename(path), ["code"], issues, encoding);
  if (!table) return null;
  warnUnread(table, ["code", "name_en", "name_zh", "aliases", ...more], issues);
  const seen = new Set<string>();
  const entries = table.rows.flatMap((row) => {
    const code = row.code("code", CODE, CODE_FORM);
    if (code === null) return [];
    if (seen.has(code)) row.refuse("code", { code: "duplicate-label", message: `${code} appears twice` });
    seen.add(code);
    const en = row.text("name_en") || row.text("name_zh") || code;
    const aliases = row
      .text("aliases")
      .split("|")
      .map((alias) => alias.trim());
    return [{ code, name: { en, zh: row.text("name_zh") || en }, aliases, ...readMore(row) }];
  });
  return issues.count === before ? new Axis(entries) : null;
}

function readIndustry(row: TableRow): (typeof INDUSTRIES)[number] | null {
  const text = row.text("industry");
  if (text === "") return null;
  return (
    INDUSTRIES.find((industry) => industry === text) ??
    row.refuse("industry", { code: "unknown-industry", message: `"${text}" is none of ${INDUSTRIES.join(", ")}` })
  );
}
