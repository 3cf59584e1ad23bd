import type { Readable } from "node:stream";

/** Bytes that come in pieces, taken as many at a time as are wanted. */
export class ByteStream {
  readonly #pieces: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);
  /** Bytes taken so far. */
  position = 0;

  constructor(source: Readable) {
    this.#pieces = source[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  }

  /** The next bytes. @throws {RangeError} Where there are fewer. */
  async take(count: number): Promise<Buffer> {
    const pieces: Buffer[] = [];
    let missing = count;
    while (missing > 0) {
      if (this.#rest.length === 0 && !(await this.#next())) throw new RangeError("it ends too early");
      const piece = this.#rest.subarray(0, missing);
      this.#rest = this.#rest.subarray(piece.length);
      pieces.push(piece);
      missing -= piece.length;
    }
    this.position += count;
    return pieces.length === 1 ? pieces[0] : Buffer.concat(pieces);
  }

  /** Leave bytes out. */
  async skip(count: number): Promise<void> {
    const STEP = 1 << 20;
    for (let left = count; left > 0; left -= STEP) await this.take(Math.min(left, STEP));
  }

  /** Whether there are no more. */
  async isAtEnd(): Promise<boolean> {
    return this.#rest.length === 0 && !(await this.#next());
  }

  async #next(): Promise<boolean> {
    const { value, done } = await this.#pieces.next();
    if (done) return false;
    this.#rest = value;
    return true;
  }
}
