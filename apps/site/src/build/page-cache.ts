import { createHash } from "node:crypto";
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { UnitName } from "./units.ts";

/** What is remembered of the last build, to say why something is rendered. */
export interface Memory {
  sources: string;
  /** Key of each unit. */
  keys: Record<UnitName, string>;
}

const MEMORY = "last-build.json";

/** Rendered files by the key of their unit. A unit is stored whole or not at all. */
export class PageCache {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Where the files of a unit are: named by what they were made from. */
  #place(unit: UnitName, key: string): string {
    const name = createHash("sha256").update(`${unit}\n${key}`).digest("hex").slice(0, 32);
    return join(this.#folder, "units", name.slice(0, 2), name);
  }

  async readMemory(): Promise<Memory | null> {
    const text = await readFile(join(this.#folder, MEMORY), "utf8").catch(() => null);
    return text === null ? null : JSON.parse(text);
  }

  /** Names of the files of a unit, or null if it is not stored. */
  async list(unit: UnitName, key: string): Promise<string[] | null> {
    const text = await readFile(join(this.#place(unit, key), "files.json"), "utf8").catch(() => null);
    return text === null ? null : JSON.parse(text);
  }

  /** Copy a stored unit into a site; the number of its files, 0 if it is not stored. */
  async restore(unit: UnitName, key: string, site: string): Promise<number> {
    const place = this.#place(unit, key);
    const files = (await this.list(unit, key)) ?? [];
    for (const [i, file] of files.entries()) {
      await mkdir(dirname(join(site, file)), { recursive: true });
      await copyFile(join(place, String(i)), join(site, file));
    }
    return files.length;
  }

  /** Keep the files of a unit, in place of what was stored for the same key. */
  async store(unit: UnitName, key: string, site: string, files: readonly string[]): Promise<void> {
    const place = this.#place(unit, key);
    const making = `${place}.${process.pid}`;
    await mkdir(making, { recursive: true });
    for (const [i, file] of files.entries()) await copyFile(join(site, file), join(making, String(i)));
    await writeFile(join(making, "files.json"), JSON.stringify(files));
    await rm(place, { recursive: true, force: true });
    await rename(making, place);
  }

  /** Remember a build, and forget every unit that is not part of it. */
  async settle(memory: Memory): Promise<void> {
    const kept = new Set(Object.entries(memory.keys).map(([unit, key]) => this.#place(unit, key)));
    const units = join(this.#folder, "units");
    for (const shelf of await readdir(units))
      for (const name of await readdir(join(units, shelf)))
        if (!kept.has(join(units, shelf, name))) await rm(join(units, shelf, name), { recursive: true, force: true });
    await writeFile(join(this.#folder, MEMORY), JSON.stringify(memory));
  }
}
