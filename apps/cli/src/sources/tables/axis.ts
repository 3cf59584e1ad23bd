import { CODE } from "@tributary/core";
import { askNear, normalize } from "../../did-you-mean.ts";

/** A region or sector by all the names under which files may know it. */
export interface AxisEntry {
  code: string;
  name: { en: string; zh: string };
  aliases: readonly string[];
}

/** Stands for a name that several entries share. */
const AMBIGUOUS = -1;

/** The regions, or the sectors, of a table: finds the place of a name. */
export class Axis<T extends AxisEntry = AxisEntry> {
  readonly entries: readonly T[];
  readonly #exact: ReadonlyMap<string, number>;
  readonly #near: ReadonlyMap<string, number>;

  constructor(entries: readonly T[]) {
    this.entries = entries;
    this.#exact = indexNames(entries, (name) => name);
    this.#near = indexNames(entries, normalize);
  }

  get size(): number {
    return this.entries.length;
  }

  /** Place of a name as it stands, else without regard to case and marks; -1 where none is known or several are. */
  find(name: string): number {
    return this.#exact.get(name) ?? this.#near.get(normalize(name)) ?? AMBIGUOUS;
  }

  /** Entries that share a name, so that it means none of them; none where it is not known. */
  sharing(name: string): T[] {
    if (this.find(name) >= 0) return [];
    const wanted = normalize(name);
    return this.entries.filter(({ code, name: { en, zh }, aliases }) =>
      [code, en, zh, ...aliases].some((own) => own !== "" && normalize(own) === wanted),
    );
  }

  /** ` Did you mean …?` for a name that is not known, or nothing. */
  suggest(name: string): string {
    return askNear(name, this.#exact.keys());
  }
}

/** Codes go before names, names before aliases: a code of one entry may be the alias of another. */
function indexNames(entries: readonly AxisEntry[], key: (name: string) => string): Map<string, number> {
  const places = new Map<string, number>();
  const kinds: ((entry: AxisEntry) => readonly string[])[] = [
    ({ code }) => [code],
    ({ name }) => [name.en, name.zh],
    ({ aliases }) => aliases,
  ];
  for (const namesOf of kinds) {
    const found = new Map<string, number>();
    for (const [k, entry] of entries.entries())
      for (const name of new Set(namesOf(entry).map(key)))
        if (name !== "") found.set(name, found.has(name) ? AMBIGUOUS : k);
    for (const [name, k] of found) if (!places.has(name)) places.set(name, k);
  }
  return places;
}

/** Entries for names that no file describes: the name is the code where it can be one. */
export function makeEntries(names: readonly string[], prefix: string): AxisEntry[] {
  const taken = new Set<string>();
  return names.map((name, k) => {
    const own = name
      .normalize("NFD")
      .replaceAll(/\p{M}+/gu, "")
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, "-")
      .replaceAll(/^-|-$/g, "");
    const wanted = CODE.test(name) ? name : own;
    const code = wanted === "" || taken.has(wanted) ? `${prefix}${k + 1}` : wanted;
    taken.add(code);
    return { code, name: { en: name, zh: name }, aliases: [name] };
  });
}
