import { existsSync } from "node:fs";
import { join } from "node:path";
import {
  checkManifest,
  type DenseManifest,
  denseManifestSchema,
  InputError,
  type Issue,
  type Manifest,
  manifestSchema,
} from "@tributary/core";
import { showPath } from "../paths.ts";
import { describeMismatch } from "../schema-message.ts";
import { readSums, SUMS } from "./hash-list.ts";
import { readInput } from "./input-file.ts";
import { recoverRelease } from "./recover-release.ts";
import { RELEASE, RESULTS } from "./release-store.ts";
import { digestBytes } from "./write-into.ts";

/** A manifest of either form of table. */
export type AnyManifest = Manifest | DenseManifest;

/** A manifest that fits its schema. */
export interface ReadManifest {
  manifest: AnyManifest;
  /** SHA-256 of its bytes. It names the hash of every array, so it stands for all numbers of the release. */
  sha256: string;
}

/**
 * Read the manifest of a release.
 *
 * @throws {InputError} As `inspectManifest`; `bad-release` with every problem that it found.
 */
export function readManifest(folder: string): ReadManifest {
  const { issues, ...read } = inspectManifest(folder);
  if (issues.length > 0) throw refuseRelease(issues);
  return read;
}

/** The refusal of a release that was changed after it was made, or was never whole. */
export const refuseRelease = (issues: Issue[]): InputError =>
  new InputError(
    "bad-release",
    'The release is not as it was made. Run "tributary estimate" or "tributary data import" again.',
    issues,
  );

/**
 * Read the manifest of a release, hold it against the list of hashes beside it and its fields against one another.
 *
 * @returns The manifest, and everything that is wrong with it though it fits its schema.
 * @throws {InputError} `no-release`; `bad-manifest` with every field that does not fit.
 */
export function inspectManifest(folder: string): ReadManifest & { issues: Issue[] } {
  recoverRelease(folder);
  const path = join(folder, RELEASE.marker);
  if (!existsSync(path)) throw refuseMissing(folder);
  const bytes = readInput(path);
  const content = parseJson(path, bytes);
  const parsed = isDense(content) ? denseManifestSchema.safeParse(content) : manifestSchema.safeParse(content);
  const { sha256 } = digestBytes(bytes);
  if (parsed.success)
    return { manifest: parsed.data, sha256, issues: [...checkListed(folder, sha256), ...checkManifest(parsed.data)] };
  const issues = parsed.error.issues.map(
    (issue): Issue => ({
      severity: "error",
      code: "bad-manifest",
      where: `${showPath(path)}:${issue.path.join(".")}`,
      message: describeMismatch(issue),
    }),
  );
  throw new InputError(
    "bad-manifest",
    'The release is not of this version. Run "tributary estimate" or "tributary data import" again.',
    issues,
  );
}

function refuseMissing(folder: string): InputError {
  const isResults = existsSync(join(folder, RESULTS.marker));
  const what = isResults
    ? `${showPath(folder)} is a folder of results, and this needs the tables of their release: name it with --release.`
    : `There is no release at ${showPath(folder)}. Run "tributary estimate" first, or import a table.`;
  return new InputError("no-release", what);
}

function isDense(content: unknown): boolean {
  return typeof content === "object" && content !== null && "form" in content && content.form === "dense";
}

function checkListed(folder: string, sha256: string): Issue[] {
  const refuse = (code: string, where: string, message: string): Issue[] => [
    { severity: "error", code, where, message },
  ];
  const listed = readSums(folder)?.get(RELEASE.marker);
  if (listed === sha256) return [];
  if (listed === undefined) return refuse("missing-sums", SUMS, `is not there, or does not name ${RELEASE.marker}`);
  return refuse("hash-mismatch", RELEASE.marker, `has other bytes than ${SUMS} says`);
}

function parseJson(path: string, bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const issue: Issue = { severity: "error", code: "bad-manifest", where: showPath(path), message: error.message };
    throw new InputError("bad-manifest", "The manifest of the release is not JSON.", [issue]);
  }
}
