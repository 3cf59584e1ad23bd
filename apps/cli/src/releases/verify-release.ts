import { existsSync } from "node:fs";
import { join } from "node:path";
import {
  drawsSchema,
  InputError,
  type Issue,
  provinceFlowsSchema,
  regionResultSchema,
  sectorResultSchema,
} from "@tributary/core";
import { galleryIndexSchema, scenarioResultSchema } from "@tributary/scenarios";
import { z } from "zod";
import { showPath } from "../paths.ts";
import { readText } from "../sources/read-text.ts";
import { readCheckedJson } from "../store/checked-json.ts";
import { type AnyManifest, readManifest } from "../store/manifest-reader.ts";
import { readNpyHeader } from "../store/npy-file.ts";
import { PACKAGE } from "../store/release-store.ts";
import { openResults } from "../store/results-reader.ts";
import { hashFile, listFiles } from "./folder-files.ts";

/** Hashes of everything in a folder that was frozen. */
export const SUMS = "SHA256SUMS";

/** Schemas of the JSON files of a release, by their names; manifest, summary and cities have readers of their own. */
const SCHEMAS: readonly (readonly [RegExp, z.ZodType])[] = [
  [/^results\/cities\/[^/]+\.json$/, regionResultSchema],
  [/^results\/sectors\/[^/]+\.json$/, sectorResultSchema],
  [/^results\/provinces\.json$/, provinceFlowsSchema],
  [/^results\/scenarios\/index\.json$/, galleryIndexSchema],
  [/^results\/scenarios\/[^/]+\/result\.json$/, scenarioResultSchema],
  [/^draws\/draws\.json$/, drawsSchema],
];

const packageSchema = z.looseObject({
  resources: z.array(z.looseObject({ path: z.string(), hash: z.string().optional() })),
});

/** What was looked at, and what is wrong. */
export interface Verification {
  id: string;
  files: number;
  /** Files whose bytes are held against a hash. */
  hashed: number;
  issues: Issue[];
}

/**
 * Hold every file of a release against its hash and its schema.
 *
 * Arrays that a frozen release has left out are no problem: its list of hashes does not name them.
 *
 * @throws {InputError} `no-release`, `bad-manifest`.
 */
export function verifyRelease(folder: string): Verification {
  const { manifest, issues } = readManifest(folder);
  const files = listFiles(folder).filter((file) => file !== SUMS);
  const expected = collectHashes(folder, manifest, issues);
  for (const [path, hash] of expected) {
    if (!existsSync(join(folder, path))) issues.push(refuse("missing-file", path, "is not there"));
    else if (hashFile(join(folder, path)) !== hash) issues.push(refuse("hash-mismatch", path, "has other bytes"));
  }
  for (const path of files) issues.push(...checkForm(folder, path));
  if (files.some((file) => file.startsWith("results/"))) issues.push(...checkResults(folder));
  return { id: manifest.id, files: files.length, hashed: expected.size, issues };
}

const refuse = (code: string, where: string, message: string): Issue => ({ severity: "error", code, where, message });

/** Where everything has a hash, that list; else the hashes of manifest and packages. */
function collectHashes(folder: string, { arrays }: AnyManifest, issues: Issue[]): Map<string, string> {
  const sums = join(folder, SUMS);
  const frozen = existsSync(sums) ? readSums(sums, issues) : null;
  const stored = new Map(arrays.map(({ path, sha256 }) => [path, sha256]));
  for (const part of ["", "results/"])
    for (const [path, hash] of readPackage(folder, part, issues)) stored.set(path, hash);
  if (!frozen) return stored;
  for (const [path, hash] of stored)
    if (frozen.has(path) && frozen.get(path) !== hash)
      issues.push(refuse("hash-mismatch", `${showPath(sums)}`, `has another hash of ${path} than its package`));
  return frozen;
}

function readPackage(folder: string, part: string, issues: Issue[]): [string, string][] {
  const path = join(folder, part, PACKAGE);
  if (!existsSync(path)) return [];
  const checked = readCheckedJson(path, packageSchema, "bad-package");
  if ("value" in checked)
    return checked.value.resources.flatMap(({ path, hash }) =>
      hash === undefined ? [] : [[part + path, hash.replace("sha256:", "")] as [string, string]],
    );
  issues.push(...checked.issues);
  return [];
}

function readSums(path: string, issues: Issue[]): Map<string, string> {
  const lines = readText(path, "bad-sums", "list of hashes").trimEnd().split("\n");
  const sums = new Map<string, string>();
  for (const [i, line] of lines.entries()) {
    const [, hash, file] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
    if (hash && file) sums.set(file, hash);
    else issues.push(refuse("bad-sums", `${showPath(path)}:${i + 1}`, `is no hash and name: "${line.slice(0, 80)}"`));
  }
  return sums;
}

function checkForm(folder: string, path: string): Issue[] {
  const schema = SCHEMAS.find(([pattern]) => pattern.test(path))?.[1];
  if (schema) {
    const checked = readCheckedJson(join(folder, path), schema, "bad-file");
    return "issues" in checked ? checked.issues : [];
  }
  return path.endsWith(".npy") ? collect(() => readNpyHeader(join(folder, path), path)) : [];
}

/** Summary and cities fit, are those of the release, and name regions that have their files. */
const checkResults = (folder: string): Issue[] => collect(() => openResults(folder));

/** What reading refuses, among all other problems. */
function collect(read: () => unknown): Issue[] {
  try {
    read();
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.issues.length > 0 ? [...error.issues] : [refuse(error.code, "results", error.message)];
  }
}
