import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  type ArrayRecord,
  type FactoredRelease,
  InputError,
  type Issue,
  type Manifest,
  manifestSchema,
  type NamedArray,
  openFactoredRelease,
} from "@tributary/core";
import { showPath } from "../paths.ts";
import { describeMismatch } from "../schema-message.ts";
import { recoverFolder } from "./atomic-folder.ts";
import { makeDataPackage } from "./data-package.ts";
import { encodeJson } from "./json.ts";
import { decodeNpy, encodeNpy } from "./npy.ts";
import { listReleaseTables } from "./release-tables.ts";
import { encodeCsv } from "./table.ts";

/** What a release is, so that nothing else is replaced by one. */
export const RELEASE = { marker: "manifest.json", what: "release" } as const;

const PACKAGE = "datapackage.json";

/** A file of a release before it is written. */
export interface StoredFile {
  path: string;
  bytes: Uint8Array;
}

/** Arrays as they will be stored, and the records that the manifest keeps of them. */
export function encodeArrays(arrays: readonly NamedArray[]): { files: StoredFile[]; records: ArrayRecord[] } {
  const files = arrays.map(({ path, data, shape }) => ({ path, bytes: encodeNpy({ data, shape }) }));
  const records = arrays.map(({ data: _, ...record }, k) => ({ ...record, sha256: hashBytes(files[k].bytes) }));
  return { files, records };
}

/** Write a release into an empty folder: manifest, arrays, tables as CSV, `datapackage.json`. */
export function writeRelease(folder: string, manifest: Manifest, arrays: readonly StoredFile[]): void {
  const tables = listReleaseTables(manifest).map(({ path, columns }) => ({
    path,
    bytes: Buffer.from(encodeCsv(columns)),
  }));
  const files = [...arrays, ...tables, { path: RELEASE.marker, bytes: Buffer.from(encodeJson(manifest, 2)) }];
  for (const { path, bytes } of files) writeInto(folder, path, bytes);
  writeInto(folder, PACKAGE, Buffer.from(encodeJson(makeDataPackage(manifest, files), 2)));
}

/**
 * Read a release and check it against its manifest.
 *
 * @throws {InputError} `no-release`; `bad-manifest` with every field that does not fit; `bad-release` with every file
 *   that is missing or has other bytes than when the release was made; as `openFactoredRelease`.
 */
export function readRelease(folder: string): { manifest: Manifest; release: FactoredRelease } {
  const manifest = readManifest(folder);
  const issues = checkManifestBytes(folder);
  const arrays = new Map<string, Float64Array>();
  for (const { path, sha256 } of manifest.arrays) {
    const data = readArray(folder, path, sha256, issues);
    if (data) arrays.set(path, data);
  }
  if (issues.length > 0)
    throw new InputError("bad-release", 'The release is not as it was made. Run "tributary estimate" again.', issues);
  return { manifest, release: openFactoredRelease(manifest, arrays) };
}

/** What the manifest says of regions and sectors has no second place but in its own bytes, whose hash the package keeps. */
function checkManifestBytes(folder: string): Issue[] {
  const file = join(folder, PACKAGE);
  const refuse = (code: string, where: string, message: string): Issue[] => [
    { severity: "error", code, where, message },
  ];
  if (!existsSync(file)) return refuse("missing-package", PACKAGE, "is not there");
  const hash = `sha256:${hashBytes(readFileSync(join(folder, RELEASE.marker)))}`;
  if (readFileSync(file, "utf8").includes(`"${hash}"`)) return [];
  return refuse("hash-mismatch", RELEASE.marker, `has other bytes than ${PACKAGE} says`);
}

/** Read the manifest of a release. @throws {InputError} As `readRelease`. */
function readManifest(folder: string): Manifest {
  recoverFolder(folder);
  const path = join(folder, RELEASE.marker);
  if (!existsSync(path))
    throw new InputError("no-release", `There is no release at ${showPath(folder)}. Run "tributary estimate" first.`);
  const parsed = manifestSchema.safeParse(parseJson(path));
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(
    (issue): Issue => ({
      severity: "error",
      code: "bad-manifest",
      where: `${showPath(path)}:${issue.path.join(".")}`,
      message: describeMismatch(issue),
    }),
  );
  throw new InputError("bad-manifest", 'The release is not of this version. Run "tributary estimate" again.', issues);
}

function parseJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const issue: Issue = { severity: "error", code: "bad-manifest", where: showPath(path), message: error.message };
    throw new InputError("bad-manifest", "The manifest of the release is not JSON.", [issue]);
  }
}

function readArray(folder: string, path: string, sha256: string, issues: Issue[]): Float64Array | null {
  const refuse = (code: string, message: string): null => {
    issues.push({ severity: "error", code, where: path, message });
    return null;
  };
  const file = join(folder, path);
  if (!existsSync(file)) return refuse("missing-array", "is not there");
  if (!statSync(file).isFile()) return refuse("missing-array", "is not a file");
  const bytes = readFileSync(file);
  if (hashBytes(bytes) !== sha256) return refuse("hash-mismatch", "has other bytes than the manifest says");
  const { data } = decodeNpy(bytes, path);
  return data instanceof Float64Array ? data : refuse("not-double", "holds 32-bit numbers; 64-bit ones are needed");
}

/** Write a file of a folder, its own folder too. */
export function writeInto(folder: string, path: string, bytes: Uint8Array | string): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}

/** SHA-256 of a file's bytes, in hexadecimal digits. */
function hashBytes(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
