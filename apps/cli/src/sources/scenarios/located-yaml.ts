import type { Path } from "@tributary/scenarios";
import {
  type Alias,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from "yaml";
import { findRepeatedKeys, LINEAR, REPEATED, tidyYamlMessage } from "../yaml-text.ts";

/** Line and column, from 1. */
export interface Spot {
  line: number;
  column: number;
}

/** What is wrong with a text as YAML, and where. */
export type SpottedProblem = Spot & { message: string };

/** A YAML or JSON text whose values can be found again in it. */
export class LocatedYaml {
  /** What the text is no YAML for; then it has no value. None twice. */
  readonly problems: readonly SpottedProblem[];
  readonly value: unknown;
  readonly #document: Document.Parsed;
  readonly #lines = new LineCounter();

  constructor(text: string) {
    this.#document = parseDocument(text, { ...LINEAR, lineCounter: this.#lines, logLevel: "error" });
    const found = [...this.#listFaults(), ...this.#listRepeated(), ...this.#listLooseAliases()];
    this.problems = [...new Map(found.map((problem) => [JSON.stringify(problem), problem])).values()];
    if (this.problems.length > 0) return;
    try {
      this.value = this.#document.toJS();
    } catch (error) {
      // The parser's way to refuse aliases of aliases that would fill the memory.
      if (!(error instanceof ReferenceError)) throw error;
      this.problems = [{ ...this.#spot(this.#aliases()[0]), message: "aliases that stand for too many values" }];
    }
  }

  /** Where a value stands; of what is not there, the nearest place around it. An unknown key stands where it is written. */
  locate(path: Path): Spot {
    let at: unknown = this.#document.contents;
    let spot = this.#spot(at);
    for (const key of path) {
      const holder = isAlias(at) ? at.resolve(this.#document) : at;
      if (!isCollection(holder)) break;
      const pair = isMap(holder)
        ? holder.items.find((item) => isScalar(item.key) && item.key.value === key)
        : undefined;
      at = holder.get(key, true);
      if (at === undefined && pair === undefined) break;
      spot = this.#spot(pair?.key ?? at);
    }
    return spot;
  }

  /** Where a word stands inside the value at a path; the value's own place where it does not. */
  locateWord(path: Path, word: string): Spot {
    let found: Node | undefined;
    const within = this.#document.getIn(path, true);
    if (isCollection(within))
      visit(within, {
        Scalar(_, node) {
          if (node.value !== word) return undefined;
          found = node;
          return visit.BREAK;
        },
      });
    return found ? this.#spot(found) : this.locate(path);
  }

  #listFaults(): SpottedProblem[] {
    const { errors, warnings } = this.#document;
    return [...errors, ...warnings].map((fault) => ({
      ...this.#spotAt(fault.pos[0]),
      message: tidyYamlMessage(fault),
    }));
  }

  #listRepeated(): SpottedProblem[] {
    return findRepeatedKeys(this.#document).map((offset) => ({ ...this.#spotAt(offset), message: REPEATED }));
  }

  #listLooseAliases(): SpottedProblem[] {
    return this.#aliases()
      .filter((alias) => alias.resolve(this.#document) === undefined)
      .map((alias) => ({ ...this.#spot(alias), message: `the alias *${alias.source} has no anchor before it` }));
  }

  #aliases(): Alias[] {
    const aliases: Alias[] = [];
    visit(this.#document, { Alias: (_, alias) => void aliases.push(alias) });
    return aliases;
  }

  #spot(node: unknown): Spot {
    return this.#spotAt((node as Node | null)?.range?.[0] ?? 0);
  }

  #spotAt(offset: number): Spot {
    const { line, col } = this.#lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  }
}
