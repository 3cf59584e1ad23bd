import { closeSync, readSync } from "node:fs";
import { InputError } from "@tributary/core/errors";
import { showPath } from "../paths.ts";
import { openInput } from "../store/input-file.ts";
import { csvSource } from "./delimited/csv-source.ts";
import { recogniseKind } from "./file-kind.ts";
import { npySource } from "./numpy/npy-source.ts";
import { SOURCES } from "./registry.ts";
import { isFolder } from "./tables/input-files.ts";
import type { TableSource } from "./tables/table-source.ts";

const WORKBOOK = /\.xlsx$/i;
const NUMPY = "\x93NUMPY";

/**
 * The source of a profile; without one, the first that recognises the path. Where each file's part is stated, its name
 * does not matter: files are NumPy's or text.
 *
 * @throws {InputError} `unknown-profile` where none does.
 */
export function chooseSource(paths: readonly string[], profile: string | undefined, areParts = false): TableSource {
  const found = SOURCES.find((source) => (profile ? source.id === profile : source.recognises(paths[0])));
  if (found) return found;
  if (isFolder(paths[0])) throw refuse(paths[0], "is a folder of no known layout", HOW_FOLDERS);
  const kind = recogniseKind(paths[0]);
  if (kind && !(kind.packed && WORKBOOK.test(paths[0])))
    throw new InputError("unknown-profile", `${showPath(paths[0])} ${kind.message}: ${kind.hint}.`);
  const head = readHead(paths[0]);
  if (areParts && !kind) return head.startsWith(NUMPY) ? npySource : csvSource;
  throw refuse(paths[0], `${describe(head)}, and its name does not say which part of a table it is`, HOW);
}

const IDS = SOURCES.map(({ id }) => id).join(", ");
const HOW = `name it Z.csv, Y.csv, x.csv, F.csv and the like, or state the parts of all files: --as Z,Y,emissions; or its layout: --profile ${IDS}`;
const HOW_FOLDERS = `state it: --profile ${IDS}; files of other names need --as and are named one by one`;

function refuse(path: string, message: string, hint: string): InputError {
  return new InputError("unknown-profile", `${showPath(path)} ${message}. The layout is not recognised; ${hint}.`);
}

const [HEAD, SHOWN] = [256, 40];

function readHead(path: string): string {
  const bytes = Buffer.alloc(HEAD);
  const file = openInput(path);
  try {
    return bytes.toString("latin1", 0, readSync(file, bytes));
  } finally {
    closeSync(file);
  }
}

/** What a file holds, by its beginning. */
function describe(head: string): string {
  if (head.startsWith(NUMPY)) return "is a NumPy file";
  if (head.startsWith("PK")) return "is a workbook";
  if (head.startsWith("MATLAB") || head.startsWith("\x89HDF")) return "is a MATLAB or HDF5 file";
  if (head.includes("\0")) return "holds bytes that are no text";
  const [line] = Buffer.from(head, "latin1").toString("utf8").split(/\r?\n/);
  return `is text that begins with "${line.slice(0, SHOWN)}${line.length > SHOWN ? "…" : ""}"`;
}
