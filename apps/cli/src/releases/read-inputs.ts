import {
  compareInputs,
  type Manifest,
  type ReleaseInputs,
  type ReleaseRecord,
  type TableSummary,
} from "@tributary/core";
import type { AnyManifest } from "../store/manifest-reader.ts";
import { digestBytes } from "../store/write-into.ts";
import { hashCode } from "./hash-code.ts";

/** What a release was made from, as its manifest and its results say. */
export function readInputs(manifest: AnyManifest, summary: TableSummary): ReleaseInputs {
  return {
    data: listData(manifest),
    method: listMethod(manifest, summary),
    code: hashCode(),
    boundary: hashBoundary(manifest, summary),
  };
}

/** Files of the figures; of imported tables also the arrays, which say the same however the files are laid out. */
function listData({ sources, form, arrays }: AnyManifest): Record<string, string> {
  const files = sources.flatMap((source) => source.files);
  const named = [...files, ...(form === "dense" ? arrays : [])].map(({ path, sha256 }) => [path, sha256] as const);
  return Object.fromEntries(named.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * What of a build's inputs differs from those of a published release: names of files and settings, code, boundary. Which
 * of its results are shown first is not asked.
 */
export function findOtherInputs(manifest: Manifest, { inputs }: ReleaseRecord): string[] {
  const settings = Object.fromEntries(Object.entries(manifest.settings).map(([name, value]) => [name, String(value)]));
  const made = {
    data: listData(manifest),
    method: { ...inputs.method, ...settings },
    code: hashCode(),
    boundary: hashBoundary(manifest, manifest),
  };
  return Object.values(compareInputs(inputs, made)).flat();
}

function listMethod(manifest: AnyManifest, { measure, priceBasis, stressor, years }: TableSummary) {
  const emissions = manifest.form === "dense" ? stressor.name : null;
  const unit = manifest.form === "dense" && stressor.unit !== "t" ? stressor.unit : null;
  const chosen = { measure, "price-basis": priceBasis, emissions, "emissions-unit": unit, years: years.join(" and ") };
  const settings = manifest.form === "factored" ? manifest.settings : {};
  const stated = Object.entries({ ...chosen, ...settings }).filter(
    ([, value]) => value !== null && value !== undefined,
  );
  return Object.fromEntries(stated.map(([name, value]) => [name, String(value)]));
}

/** Names are words, not boundaries: who corrects one moves nothing. */
function hashBoundary({ regions, sectors }: AnyManifest, { leftOut }: Pick<TableSummary, "leftOut">): string {
  const lists = {
    regions: regions.map((region) => [region.code, "boundaryNote" in region ? region.boundaryNote : null]),
    sectors: sectors.map(({ code }) => code),
    leftOut: leftOut.map(({ code, reason }) => [code, reason]),
  };
  return digestBytes(Buffer.from(JSON.stringify(lists))).sha256;
}
