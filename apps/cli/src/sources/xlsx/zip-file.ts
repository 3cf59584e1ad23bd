import { pipeline, type Readable } from "node:stream";
import { crc32, createInflateRaw } from "node:zlib";
import { InputError } from "@tributary/core/errors";
import { type Entry, open, type ZipFile as Yauzl } from "yauzl";
import { showPath } from "../../paths.ts";
import { checkInput } from "../../store/input-file.ts";
import { recogniseKind } from "../file-kind.ts";

/** Text that grows to more than this many times its size in the archive is no table. */
const LARGEST_RATIO = 300;
/** Below this size nothing is suspected. */
const HARMLESS = 1 << 26;
/** How members are packed, by the numbers of the format. */
const [STORED, DEFLATED] = [0, 8];
/** Bytes that are unpacked at a time: most rows of a table are shorter. */
const PIECE = 1 << 18;
const AGAIN = "load the file again, or save it anew";

/** An archive whose members are read one after another, never as a whole. */
export class ZipFile {
  readonly #zip: Yauzl;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #name: string;
  readonly #inSmallLetters: ReadonlyMap<string, string>;

  private constructor(zip: Yauzl, entries: ReadonlyMap<string, Entry>, name: string) {
    this.#zip = zip;
    this.#entries = entries;
    this.#name = name;
    this.#inSmallLetters = new Map([...entries.keys()].map((member) => [member.toLowerCase(), member]));
  }

  /** Open an archive. @throws {InputError} `not-a-zip` where it is none, or is cut short. */
  static async open(path: string): Promise<ZipFile> {
    const name = showPath(path);
    checkInput(path);
    try {
      const zip = await openZip(path);
      return new ZipFile(zip, await listEntries(zip), name);
    } catch (error) {
      const kind = recogniseKind(path);
      if (kind && !kind.packed) throw refuse(name, "not-a-zip", kind.message, kind.hint);
      throw refuse(name, "not-a-zip", `is no workbook, or is cut short (${(error as Error).message})`);
    }
  }

  /** Names of the members. */
  get members(): string[] {
    return [...this.#entries.keys()];
  }

  /** A member by its name, in capitals or small letters; `undefined` where there is none. */
  find(name: string): string | undefined {
    return this.#entries.has(name) ? name : this.#inSmallLetters.get(name.toLowerCase());
  }

  /**
   * Bytes of a member, in pieces.
   *
   * @throws {InputError} `not-a-zip` where it is missing or its bytes are damaged; `zip-bomb`.
   */
  async *read(member: string): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(member);
    if (!entry) throw refuse(this.#name, "not-a-zip", `has no ${member}`);
    const { uncompressedSize, compressedSize } = entry;
    if (uncompressedSize > HARMLESS && uncompressedSize > LARGEST_RATIO * compressedSize)
      throw refuse(
        this.#name,
        "zip-bomb",
        `${member} would grow from ${compressedSize} to ${uncompressedSize} bytes, which no table does`,
        "ask where the file comes from; a sound one can be saved anew",
      );
    const stream = await this.#open(entry).catch((error: Error) => {
      throw refuse(this.#name, "not-a-zip", `${member} cannot be read (${error.message})`);
    });
    let [sum, size] = [0, 0];
    try {
      for await (const piece of stream) {
        sum = crc32(piece, sum);
        size += piece.length;
        if (size > uncompressedSize) throw new Error(`it holds more than the ${uncompressedSize} bytes that it states`);
        yield piece as Buffer;
      }
      if (sum !== entry.crc32) throw new Error("its checksum differs");
    } catch (error) {
      if (error instanceof InputError) throw error;
      throw refuse(this.#name, "not-a-zip", `${member} is damaged (${(error as Error).message})`);
    } finally {
      stream.destroy();
    }
  }

  close(): void {
    this.#zip.close();
  }

  /** Bytes of a member, unpacked in larger pieces than the library would. */
  async #open(entry: Entry): Promise<Readable> {
    if (entry.isEncrypted()) throw new Error("it has a password");
    const { compressionMethod } = entry;
    if (compressionMethod !== STORED && compressionMethod !== DEFLATED)
      throw new Error(`unknown compression ${compressionMethod}`);
    const packed = await new Promise<Readable>((resolve, reject) =>
      this.#zip.openReadStream(entry, { decodeFileData: false }, (error, stream) =>
        error ? reject(error) : resolve(stream),
      ),
    );
    if (compressionMethod === STORED) return packed;
    const unpacked = createInflateRaw({ chunkSize: PIECE });
    pipeline(packed, unpacked, () => {});
    return unpacked;
  }
}

function openZip(path: string): Promise<Yauzl> {
  return new Promise((resolve, reject) =>
    open(path, { lazyEntries: true, autoClose: false }, (error, zip) => (error ? reject(error) : resolve(zip))),
  );
}

function listEntries(zip: Yauzl): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    zip.on("entry", (entry: Entry) => {
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.once("end", () => resolve(entries));
    zip.once("error", reject);
    zip.readEntry();
  });
}

function refuse(name: string, code: string, message: string, hint = AGAIN): InputError {
  const issue = { severity: "error" as const, code, where: name, message, hint };
  return new InputError(code, "The workbook cannot be read.", [issue]);
}
