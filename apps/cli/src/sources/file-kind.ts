import { closeSync, readSync } from "node:fs";
import { openInput } from "../store/input-file.ts";

/** What a file is by its first bytes, of the kinds that are given by mistake. */
interface FileKind {
  /** `is a web page`. */
  message: string;
  hint: string;
  /** Whether it holds other files. */
  packed?: true;
}

const AGAIN = "load the file again";
const PACKED = { packed: true } as const;
const OLD_BOOK = "is a workbook of the old form (.xls), or one with a password";
/** How each begins: bytes as Latin letters, or what texts look like. */
const KINDS: readonly (readonly [string | RegExp, FileKind])[] = [
  [/^$/, { message: "is empty", hint: AGAIN }],
  [
    "PK\x03\x04",
    { message: "is a workbook or another archive", hint: "unpack it, or save its sheets as CSV UTF-8", ...PACKED },
  ],
  ["\x1f\x8b", { message: "is packed with gzip", hint: "unpack it", ...PACKED }],
  ["\xd0\xcf\x11\xe0", { message: OLD_BOOK, hint: "save it as .xlsx, without a password" }],
  ["\xff\xfe", { message: "is text in UTF-16", hint: "save it as CSV UTF-8" }],
  ["\xfe\xff", { message: "is text in UTF-16", hint: "save it as CSV UTF-8" }],
  [/^\W*<(!doctype html|html)/i, { message: "is a web page", hint: `${AGAIN}, signed in if need be` }],
  ["version https://git-lfs", { message: "only says where Git LFS keeps the file", hint: "fetch it: git lfs pull" }],
];
const HEAD = 64;

/** Recognise a file by its first bytes; `null` where it is none of these kinds. */
export function recogniseKind(path: string): FileKind | null {
  const bytes = Buffer.alloc(HEAD);
  const file = openInput(path);
  try {
    const head = bytes.toString("latin1", 0, readSync(file, bytes));
    const begins = (by: string | RegExp) => (typeof by === "string" ? head.startsWith(by) : by.test(head));
    return KINDS.find(([beginning]) => begins(beginning))?.[1] ?? null;
  } finally {
    closeSync(file);
  }
}
