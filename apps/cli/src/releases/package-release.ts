import { createWriteStream, mkdirSync, readFileSync, renameSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";
import { makeDataPackage, type StoredFileRecord } from "../store/data-package.ts";
import { hashFile, listFiles } from "../store/folder-files.ts";
import { explainWrite } from "../store/full-disk.ts";
import { encodeSums, SUMS } from "../store/hash-list.ts";
import { encodeJson } from "../store/json.ts";
import type { AnyManifest } from "../store/manifest-reader.ts";
import { PACKAGE } from "../store/release-store.ts";
import { openTemporary } from "../store/temporary-file.ts";
import { digestBytes } from "../store/write-into.ts";
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
  // The package has a description and a list of its own: those of the folder may name what stays out.
  const files = listFiles(folder).filter((path) => ![PACKAGE, SUMS].includes(basename(path)));
  const tables = withTables ? [] : files.filter(isTable);
  return { files: files.filter((path) => !tables.includes(path)), leftOut: tables };
}

/**
 * Write files of a release as a Frictionless data package: one archive with a description, and a list that holds for
 * every file in it. It is there as a whole or not at all.
 */
export async function writePackage(
  folder: string,
  manifest: AnyManifest,
  files: readonly string[],
  out: string,
): Promise<void> {
  mkdirSync(dirname(out), { recursive: true });
  const temporary = openTemporary(out);
  try {
    const zip = new ZipFile();
    const stored = files.map((path) => digestFile(folder, path));
    const description = Buffer.from(encodeJson(describePackage(folder, manifest, stored), 2));
    const hashes = [...stored, { path: PACKAGE, ...digestBytes(description) }];
    zip.addBuffer(description, PACKAGE, MEMBER);
    zip.addBuffer(Buffer.from(encodeSums(new Map(hashes.map(({ path, sha256 }) => [path, sha256])))), SUMS, MEMBER);
    for (const path of files) zip.addFile(join(folder, path), path, MEMBER);
    zip.end();
    await pipeline(zip.outputStream, createWriteStream(temporary.path));
    renameSync(temporary.path, out);
  } catch (error) {
    throw explainWrite(error, out);
  } finally {
    temporary.remove();
  }
}

function digestFile(folder: string, path: string): StoredFileRecord {
  const file = join(folder, path);
  return { path, size: statSync(file).size, sha256: hashFile(file) };
}

function describePackage(folder: string, manifest: AnyManifest, stored: readonly StoredFileRecord[]): object {
  const { resources, ...frame } = makeDataPackage(manifest, stored);
  const licenses = manifest.kind === "open-estimate" ? { licenses: [CC_BY] } : {};
  const described = readDescriptions(folder);
  return { ...frame, ...licenses, resources: resources.map((each) => ({ ...each, ...described.get(each.path) })) };
}

/** What the descriptions of the folder say of the columns of tables, by path. */
function readDescriptions(folder: string): Map<string, object> {
  const all = listFiles(folder).filter((path) => basename(path) === PACKAGE);
  return new Map(
    all.flatMap((path) => {
      const { resources } = JSON.parse(readFileSync(join(folder, path), "utf8")) as { resources: Described[] };
      const part = path.slice(0, -PACKAGE.length);
      return resources.flatMap(({ path, type, schema }) => (schema ? [[part + path, { type, schema }] as const] : []));
    }),
  );
}

interface Described {
  path: string;
  type?: string;
  schema?: object;
}
