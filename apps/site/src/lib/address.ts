/** A part of an address that means nothing, and was left out. */
export interface Problem {
  name: string;
  value: string;
}

/** Longest part of an address that is repeated to the reader. */
const LONGEST = 60;

/** Reads the choices that an address makes; what means nothing falls back and is kept as a problem. */
export class AddressReader {
  readonly problems: Problem[] = [];
  readonly #params: URLSearchParams;

  constructor(params: URLSearchParams) {
    this.#params = params;
  }

  /** One of `allowed`; the fallback where the address is silent or says something else. */
  choose<T extends string>(name: string, allowed: readonly T[], fallback: T): T {
    const value = this.#params.get(name);
    if (value === null || value === "") return fallback;
    const found = allowed.find((word) => word === value);
    if (found === undefined) this.refuse(name, value);
    return found ?? fallback;
  }

  /** What a reader typed, cut to a sensible length. */
  text(name: string): string {
    return (this.#params.get(name) ?? "").slice(0, LONGEST);
  }

  refuse(name: string, value: string): void {
    this.problems.push({ name, value: value.slice(0, LONGEST) });
  }
}

/** The query part of an address from choices; those that are as they would be anyway are left out. */
export function formatQuery(choices: readonly (readonly [name: string, value: string, fallback: string])[]): string {
  const params = new URLSearchParams();
  for (const [name, value, fallback] of choices) if (value !== fallback) params.set(name, value);
  const text = params.toString();
  return text === "" ? "" : `?${text}`;
}
