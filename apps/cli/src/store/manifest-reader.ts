import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type DenseManifest,
  denseManifestSchema,
  InputError,
  type Issue,
  type Manifest,
  manifestSchema,
} from "@tributary/core";
import { showPath } from "../paths.ts";
import { describeMismatch } from "../schema-message.ts";
import { recoverRelease } from "./recover-release.ts";
import { PACKAGE, RELEASE } from "./release-store.ts";
import { digestBytes } from "./write-into.ts";

/** A manifest of either form of table. */
export type AnyManifest = Manifest | DenseManifest;

/**
 * Read the manifest of a release and hold it against the hash that its package keeps.
 *
 * @returns The manifest, and whether its bytes are those that were written.
 * @throws {InputError} `no-release`; `bad-manifest` with every field that does not fit.
 */
export function readManifest(folder: string): { manifest: AnyManifest; issues: Issue[] } {
  recoverRelease(folder);
  const path = join(folder, RELEASE.marker);
  if (!existsSync(path))
    throw new InputError("no-release", `There is no release at ${showPath(folder)}. Run "tributary estimate" first.`);
  const content = parseJson(path);
  const parsed = isDense(content) ? denseManifestSchema.safeParse(content) : manifestSchema.safeParse(content);
  if (parsed.success) return { manifest: parsed.data, issues: checkManifestBytes(folder) };
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

function isDense(content: unknown): boolean {
  return typeof content === "object" && content !== null && "form" in content && content.form === "dense";
}

/** What the manifest says of regions and sectors has no second place but in its own bytes, whose hash the package keeps. */
function checkManifestBytes(folder: string): Issue[] {
  const file = join(folder, PACKAGE);
  const refuse = (code: string, where: string, message: string): Issue[] => [
    { severity: "error", code, where, message },
  ];
  if (!existsSync(file)) return refuse("missing-package", PACKAGE, "is not there");
  const hash = `sha256:${digestBytes(readFileSync(join(folder, RELEASE.marker))).sha256}`;
  if (readFileSync(file, "utf8").includes(`"${hash}"`)) return [];
  return refuse("hash-mismatch", RELEASE.marker, `has other bytes than ${PACKAGE} says`);
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
