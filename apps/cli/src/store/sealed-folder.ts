import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { StoredFileRecord } from "./data-package.ts";
import { encodeSums, SUMS } from "./hash-list.ts";
import type { FileDigest } from "./npy-file.ts";
import { digestBytes, writeInto } from "./write-into.ts";

/** An empty folder that is filled file by file and sealed with the list of all hashes. */
export class SealedFolder {
  readonly folder: string;
  readonly #files = new Map<string, FileDigest>();

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Write a file, its own folder too. */
  put(path: string, bytes: Uint8Array | string): void {
    const encoded = typeof bytes === "string" ? Buffer.from(bytes) : bytes;
    writeInto(this.folder, path, encoded);
    this.add(path, digestBytes(encoded));
  }

  /** Name a file that is in the folder already. */
  add(path: string, { size, sha256 }: FileDigest): void {
    this.#files.set(path, { size, sha256 });
  }

  /** What is in the folder so far, by path. */
  get files(): StoredFileRecord[] {
    return [...this.#files].map(([path, digest]) => ({ path, ...digest })).sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** Write the list. What comes after it is in no list, and refused by readers. */
  seal(): void {
    const hashes = new Map([...this.#files].map(([path, { sha256 }]) => [path, sha256]));
    writeFileSync(join(this.folder, SUMS), encodeSums(hashes));
  }
}
