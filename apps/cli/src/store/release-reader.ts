import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import {
  type ArrayRecord,
  type DenseManifest,
  DenseMatrix,
  type DenseRelease,
  type FactoredRelease,
  frameDense,
  frameEstimate,
  InputError,
  type Issue,
  isMadeOfFactors,
  type Manifest,
  openDenseRelease,
  openFactoredRelease,
  pathOfRequirements,
  type StoredNumbers,
  type StudyFrame,
} from "@tributary/core";
import { showPath } from "../paths.ts";
import { startTeam } from "../workers/matrix-team.ts";
import { inspectManifest, refuseRelease } from "./manifest-reader.ts";
import type { NpyHeader } from "./npy.ts";
import { readNpyFile } from "./npy-file.ts";

/** A release in memory, in the form in which it is stored. */
export type OpenedRelease = (
  | { form: "factored"; manifest: Manifest; release: FactoredRelease }
  | { form: "dense"; manifest: DenseManifest; release: DenseRelease }
) & {
  /** SHA-256 of the manifest, which stands for all numbers of the release. */
  sha256: string;
};

/**
 * What a study must know of the release beside its numbers.
 *
 * @param stressors Names of those that are accounted, the one shown first at the head; all by default.
 * @throws {InputError} As `frameDense`, `frameEstimate`.
 */
export function frameRelease(opened: OpenedRelease, stressors?: readonly string[]): StudyFrame {
  const frame =
    opened.form === "dense"
      ? frameDense(opened.manifest, opened.release, stressors)
      : frameEstimate(opened.manifest, stressors);
  return { ...frame, sha256: opened.sha256 };
}

/**
 * Read a release and check it against its manifest.
 *
 * @param years Years of a release of imported tables that are wanted: the first and the last by default. The open
 *   estimate has two.
 * @throws {InputError} `no-release`; `bad-manifest` with every field that does not fit; `unknown-year`; `bad-release`
 *   with every file that is missing or has other bytes than when the release was made; as `openFactoredRelease`,
 *   `openDenseRelease`.
 */
export function readRelease(folder: string, years?: readonly number[]): OpenedRelease {
  const { manifest, sha256, issues } = inspectManifest(folder);
  const wanted = chooseYears(manifest.years, years);
  if (manifest.form === "factored") {
    if (wanted.join() !== manifest.years.join())
      throw new InputError(
        "unknown-year",
        `The open estimate is solved for its two years, ${manifest.years.join(", ")}.`,
      );
    const arrays = readArrays(folder, manifest.arrays, issues);
    return { form: "factored", manifest, sha256, release: openFactoredRelease(manifest, onlyDoubles(arrays)) };
  }
  const needed = manifest.arrays.filter(({ path }) => wanted.some((year) => path.startsWith(`model/${year}/`)));
  const matrices = new Map<string, DenseMatrix>();
  // A matrix that gives way to its factors needs no other threads.
  const allocate = isMadeOfFactors(manifest) ? allocateArray : allocateMatrices(wanted, matrices);
  const arrays = readArrays(folder, needed, issues, allocate);
  return { form: "dense", manifest, sha256, release: openDenseRelease(manifest, wanted, arrays, matrices) };
}

/**
 * Read a release whose table is factored, for what works on no other.
 *
 * @throws {InputError} As `readRelease`; `not-factored` for imported tables.
 */
export function readFactoredRelease(folder: string): Omit<OpenedRelease & { form: "factored" }, "form"> {
  const opened = readRelease(folder);
  if (opened.form === "factored") return opened;
  throw new InputError("not-factored", `${showPath(folder)} holds imported tables; this works on the open estimate.`);
}

function chooseYears(known: readonly number[], wanted: readonly number[] | undefined): readonly number[] {
  if (!wanted) return known.length > 2 ? [known[0], known[known.length - 1]] : known;
  const missing = wanted.filter((year) => !known.includes(year));
  if (missing.length === 0) return wanted;
  throw new InputError("unknown-year", `The release has ${known.join(" and ")}, not ${missing.join(" and ")}.`);
}

/** Where the numbers of a file go. */
type Allocate = (path: string, header: NpyHeader) => StoredNumbers;

/** Larger arrays go where all threads see them: a solve need not copy them. */
const SHARED_BYTES = 1 << 23;

const allocateArray: Allocate = (_path, { Floats, length }) => {
  const bytes = length * Floats.BYTES_PER_ELEMENT;
  return bytes < SHARED_BYTES
    ? new Floats(length)
    : new Floats(new SharedArrayBuffer(bytes) as ArrayBufferLike as ArrayBuffer);
};

/** Below this many rows a table is solved before another thread has woken. */
const LARGE = 1000;

/** Requirements of a large table go where all threads see them; these are told to help. */
function allocateMatrices(years: readonly number[], matrices: Map<string, DenseMatrix>): Allocate {
  const paths = years.map(pathOfRequirements);
  return (path, header) => {
    const [n, columns] = header.shape;
    if (!paths.includes(path) || n < LARGE || n !== columns) return allocateArray(path, header);
    const matrix = DenseMatrix.allocate(n, header.Floats === Float32Array ? "single" : "double");
    startTeam(matrix);
    matrices.set(path, matrix);
    return matrix.cells;
  };
}

function readArrays(
  folder: string,
  records: readonly ArrayRecord[],
  issues: Issue[],
  allocate: Allocate = allocateArray,
): Map<string, StoredNumbers> {
  const arrays = new Map<string, StoredNumbers>();
  for (const { path, sha256 } of records) {
    const data = readArray(folder, { path, sha256 }, issues, allocate);
    if (data) arrays.set(path, data);
  }
  if (issues.length > 0) throw refuseRelease(issues);
  return arrays;
}

function readArray(
  folder: string,
  { path, sha256 }: Pick<ArrayRecord, "path" | "sha256">,
  issues: Issue[],
  allocate: Allocate,
): StoredNumbers | null {
  const refuse = (code: string, message: string): null => {
    issues.push({ severity: "error", code, where: path, message });
    return null;
  };
  const file = join(folder, path);
  if (!existsSync(file)) return refuse("missing-array", "is not there");
  if (!statSync(file).isFile()) return refuse("missing-array", "is not a file");
  const read = readNpyFile(file, path, (header) => allocate(path, header));
  return read.sha256 === sha256 ? read.data : refuse("hash-mismatch", "has other bytes than the manifest says");
}

/** @throws {InputError} `bad-release` for arrays of 32-bit numbers: a factored table is small enough for doubles. */
function onlyDoubles(arrays: ReadonlyMap<string, StoredNumbers>): Map<string, Float64Array> {
  const doubles = new Map<string, Float64Array>();
  for (const [path, data] of arrays) {
    if (!(data instanceof Float64Array))
      throw new InputError("bad-release", `${path} holds 32-bit numbers; 64-bit ones are needed.`);
    doubles.set(path, data);
  }
  return doubles;
}
