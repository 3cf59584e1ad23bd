import { createWriteStream, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { parse } from "csv-parse/sync";
import { ZipFile } from "yazl";
import { onInterrupt } from "../interrupt.ts";
import { makeDataPackage } from "../store/data-package.ts";
import { encodeJson } from "../store/json.ts";
import type { AnyManifest } from "../store/manifest-reader.ts";
import { PACKAGE } from "../store/release-store.ts";
import { hashFile, listFiles } from "./folder-files.ts";
import { passLicences } from "./licence-gate.ts";

/** No clock: the same files give the same package. */
const MEMBER = { mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true };

/** Results of the open estimate; imported tables have the terms of their sources, which stand there. */
const CC_BY = {
  name: "CC-BY-4.0",
  title: "Creative Commons Attribution 4.0",
  path: "https://creativecommons.org/licenses/by/4.0/",
};

/** Files of a package, and what its sources forbid. */
export interface PackagePlan {
  files: string[];
  /** Tables that stay out, because a source does not allow that they are passed on. */
  leftOut: string[];
}

/** Whether a file of a release is a table itself, not computed from one. */
const isTable = (path: string): boolean => path.startsWith("model/");

/**
 * Choose the files that the licences of all sources allow to pass on.
 *
 * @throws {InputError} As `passLicences`.
 */
export function planPackage(folder: string, manifest: AnyManifest): PackagePlan {
  const withTables = passLicences(manifest);
  const files = listFiles(folder).filter((path) => !path.endsWith(PACKAGE));
  const tables = withTables ? [] : files.filter(isTable);
  return { files: files.filter((path) => !tables.includes(path)), leftOut: tables };
}

/**
 * Write files of a release as a Frictionless data package: one archive with a description and the hash of each file. It is
 * there as a whole or not at all.
 */
export async function writePackage(
  folder: string,
  manifest: AnyManifest,
  files: readonly string[],
  out: string,
): Promise<void> {
  const temporary = `${out}.new-${process.pid}`;
  const release = onInterrupt(() => rmSync(temporary, { force: true }));
  try {
    const zip = new ZipFile();
    zip.addBuffer(Buffer.from(encodeJson(describePackage(folder, manifest, files), 2)), PACKAGE, MEMBER);
    for (const path of files) zip.addFile(join(folder, path), path, MEMBER);
    zip.end();
    await pipeline(zip.outputStream, createWriteStream(temporary));
    renameSync(temporary, out);
  } finally {
    rmSync(temporary, { force: true });
    release();
  }
}

function describePackage(folder: string, manifest: AnyManifest, files: readonly string[]): object {
  const stored = files.map((path) => {
    const file = join(folder, path);
    return { path, size: statSync(file).size, sha256: hashFile(file) };
  });
  const { resources, ...frame } = makeDataPackage(manifest, stored);
  const licenses = manifest.kind === "open-estimate" ? { licenses: [CC_BY] } : {};
  return {
    ...frame,
    ...licenses,
    resources: resources.map((each) => ({ ...each, ...describeTable(folder, each.path) })),
  };
}

/** Names of the columns, in the words of Table Schema. */
function describeTable(folder: string, path: string): object {
  if (extname(path) !== ".csv") return {};
  const [header = []]: string[][] = parse(readFileSync(join(folder, path)), { toLine: 1, bom: true });
  return { type: "table", schema: { fields: header.map((name) => ({ name })) } };
}
