import { existsSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { InputError } from "@tributary/core";
import { type Hashes, readSums, SUMS } from "./hash-list.ts";
import { readInput } from "./input-file.ts";
import { RELEASE } from "./release-store.ts";
import { digestBytes } from "./write-into.ts";

/** The refusal of a file, with what is wrong with it. */
type Refuse = (path: string, message: string) => InputError;

/** Files of a part of a release, held against the list of hashes that was written with them when they are read. */
export class ListedFiles {
  readonly folder: string;
  /** Whether the list is that of a whole release, not of this part alone. */
  readonly isOfRelease: boolean;
  readonly #listed: Hashes;
  readonly #prefix: string;
  readonly #refuse: Refuse;

  /**
   * @param folder Where the files are.
   * @param release Its release, whose list names them where the folder has none of its own.
   * @throws What `refuse` gives, where no list names the files; as `readSums`.
   */
  constructor(folder: string, release: string, refuse: Refuse) {
    const own = readSums(folder);
    const listed = own ?? readSums(release);
    if (!listed) throw refuse(join(folder, SUMS), "is not there");
    this.folder = folder;
    this.isOfRelease = own === null;
    this.#listed = listed;
    this.#prefix = own ? "" : `${relative(release, folder).replaceAll(sep, "/")}/`;
    this.#refuse = refuse;
  }

  /** Whether the list names a manifest with this hash. */
  namesManifest(sha256: string): boolean {
    return this.#listed.get(RELEASE.marker) === sha256;
  }

  /** @throws What `refuse` gives, where the file is not there, is not listed, or has other bytes. */
  read(path: string): string {
    const file = join(this.folder, path);
    if (!existsSync(file)) throw this.#refuse(file, "is not there");
    const bytes = readInput(file);
    const listed = this.#listed.get(this.#prefix + path);
    if (listed === undefined) throw this.#refuse(file, `is not in the list of hashes, ${SUMS}`);
    if (digestBytes(bytes).sha256 !== listed) throw this.#refuse(file, `has other bytes than ${SUMS} says`);
    return bytes.toString("utf8");
  }
}
