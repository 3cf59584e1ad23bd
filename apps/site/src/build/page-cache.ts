import { createHash } from "node:crypto";
import { copyFile, link, mkdir, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { processMark } from "@tributary/cli/folders";
import { z } from "zod";
import { eachAtOnce } from "./at-once.ts";
import type { PlannedCities } from "./planned-views.ts";
import { readCached } from "./read-cached.ts";
import type { UnitName } from "./units.ts";

/** What is remembered of the last build, to say why something is rendered. */
export interface Memory {
  sources: string;
  /** Key of each unit. */
  keys: Record<UnitName, string>;
  /** As they were planned, by code; absent where nothing is known of them. */
  cities?: PlannedCities;
}

const texts = z.record(z.string(), z.string());
const plannedCity = z.object({ from: z.string(), views: texts, flows: z.string() });
const memorySchema: z.ZodType<Memory> = z.object({
  sources: z.string(),
  keys: texts,
  cities: z.record(z.string(), plannedCity).optional(),
});

/** Stored files, each with what shows whether anybody has written to it since. */
const entriesSchema = z.array(z.object({ name: z.string(), bytes: z.number(), changed: z.number() }));
type Entry = z.infer<typeof entriesSchema>[number];

const MEMORY = "last-build.json";

/** Have `to` hold what `from` holds: one file under two names where the disk can, a copy where it cannot. */
const share = (from: string, to: string): Promise<void> => link(from, to).catch(() => copyFile(from, to));

/**
 * Rendered files by the key of their unit. A unit is stored whole or not at all. Files are shared with the built site
 * and not copied; a unit whose files were written to since counts as not stored.
 */
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

  /** The last build; null where nothing is known of it. */
  readMemory(): Promise<Memory | null> {
    return readCached(join(this.#folder, MEMORY), memorySchema);
  }

  /** Names of the files of a unit, or null if it is not stored or no longer what was stored. */
  async list(unit: UnitName, key: string): Promise<string[] | null> {
    const place = this.#place(unit, key);
    const entries = await readCached(join(place, "files.json"), entriesSchema);
    if (entries === null) return null;
    const states = await Promise.all(entries.map((_, i) => stat(join(place, String(i))).catch(() => null)));
    const same = entries.every(({ bytes, changed }, i) => states[i]?.size === bytes && states[i].mtimeMs === changed);
    return same ? entries.map(({ name }) => name) : null;
  }

  /** Put the files of a stored unit into a site. */
  async take(unit: UnitName, key: string, files: readonly string[], site: string): Promise<void> {
    const place = this.#place(unit, key);
    for (const folder of new Set(files.map((file) => dirname(join(site, file)))))
      await mkdir(folder, { recursive: true });
    await Promise.all(files.map((file, i) => share(join(place, String(i)), join(site, file))));
  }

  /** Put a unit into a site if it is stored; the names of its files, none if it is not. */
  async restore(unit: UnitName, key: string, site: string): Promise<string[]> {
    const files = (await this.list(unit, key)) ?? [];
    await this.take(unit, key, files, site);
    return files;
  }

  /** Keep the files of a unit, in place of what was stored for the same key. */
  async store(unit: UnitName, key: string, site: string, files: readonly string[]): Promise<void> {
    const place = this.#place(unit, key);
    const making = `${place}.${processMark()}`;
    await mkdir(making, { recursive: true });
    const keep = async (name: string, i: number): Promise<Entry> => {
      await share(join(site, name), join(making, String(i)));
      const { size, mtimeMs } = await stat(join(making, String(i)));
      return { name, bytes: size, changed: mtimeMs };
    };
    await writeFile(join(making, "files.json"), JSON.stringify(await Promise.all(files.map(keep))));
    await rm(place, { recursive: true, force: true });
    await rename(making, place);
  }

  /** Remember a build, and forget everything stored that is neither a unit of it nor in `besides`. */
  async settle(memory: Memory, besides: Record<string, string> = {}): Promise<void> {
    const kept = new Set(Object.entries({ ...memory.keys, ...besides }).map(([unit, key]) => this.#place(unit, key)));
    const units = join(this.#folder, "units");
    const shelves = (await readdir(units)).map((shelf) => join(units, shelf));
    const all = await Promise.all(
      shelves.map(async (shelf) => (await readdir(shelf)).map((name) => join(shelf, name))),
    );
    const old = all.flat().filter((place) => !kept.has(place));
    await eachAtOnce(old, (place) => rm(place, { recursive: true, force: true }));
    await writeFile(join(this.#folder, MEMORY), JSON.stringify(memory));
  }
}
