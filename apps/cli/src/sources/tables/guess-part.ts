import { basename } from "node:path";
import { showPath } from "../../paths.ts";
import type { IssueList } from "../issue-list.ts";
import type { Part } from "./block.ts";

/** What files are usually called, in the order in which they are tried. */
const NAMES: readonly (readonly [RegExp, Part])[] = [
  [/^(f_?y|f_?hh|fd_?emissions|household[-_]?emissions)$/i, "household-emissions"],
  [/(^|_)(f|emissions|co2)$/i, "emissions"],
  [/(^|_)(va|v|value[-_]?added|factor_?inputs?)$/i, "value-added"],
  [/(^|_)(e|ex|exports?)$/i, "exports"],
  [/(^|_)(m|im|imports?)$/i, "imports"],
  [/(^|_)(x|output)$/i, "x"],
  [/(^|_)(y|fd|final[-_]?demand)$/i, "Y"],
  [/(^|_)(z|t|flows)$/i, "Z"],
  [/(^|_)(a|requirements)$/i, "A"],
];

/** Files that are parts of a table, what each is, and the rest. */
interface AssignedParts {
  used: string[];
  parts: Part[];
  ignored: string[];
}

/** Whether the name of a file tells what it holds. */
export function tellsPart(path: string): boolean {
  return guessPart(path) !== null;
}

/** What each file is: as it is said, in the order of the files, else as its name tells. */
export function assignParts(files: readonly string[], as: readonly Part[], issues: IssueList): AssignedParts {
  const hint = "name one part a file, in the order of the files: --as Z,Y,emissions";
  const said = as.length > 0;
  if (said && as.length !== files.length)
    issues.error(
      { file: "--as" },
      { code: "wrong-parts", message: `names ${as.length} parts for ${files.length} files`, hint },
    );
  const parts = files.map((file, k) => (said ? (as[k] ?? null) : guessPart(file)));
  if (parts.every((part) => part === null))
    issues.error(
      { file: files.map(showPath).join(", ") },
      { code: "unknown-part", message: "no name tells what it holds", hint },
    );
  return {
    used: files.filter((_, k) => parts[k] !== null),
    parts: parts.filter((part) => part !== null),
    ignored: files.filter((_, k) => parts[k] === null),
  };
}

function guessPart(path: string): Part | null {
  const stem = basename(path).replace(/\.\w+$/, "");
  return NAMES.find(([pattern]) => pattern.test(stem))?.[1] ?? null;
}
