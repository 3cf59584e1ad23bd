import { findCauses, type Move, type StatedCause } from "@tributary/core";
import type { Catalogue } from "../../i18n/en.ts";
import { emissions, share } from "../../lib/format.ts";
import type { Lang } from "../../lib/lang.ts";
import { mitigated } from "../compare.ts";

/** A move with its values as the pages print them. */
export interface PrintedMove {
  move: Move;
  figure: string;
  old: string;
  new: string;
  cause: string;
}

/** The words that moves are told in. */
interface Telling {
  lang: Lang;
  words: Catalogue["revision"];
  terms: Catalogue["terms"];
}

/** Moves that show at the precision of the pages, with the causes that are stated for each. */
export function printMoves(moves: readonly Move[], causes: readonly StatedCause[], telling: Telling): PrintedMove[] {
  const { words } = telling;
  return moves.flatMap((move) => {
    const [old, now] = [printValue(move, move.old, telling), printValue(move, move.new, telling)];
    if (old === now) return [];
    const kinds = [...new Set(findCauses(move, causes).map(({ cause }) => words.causes[cause]))];
    const name = words.quantities[move.quantity];
    return {
      ...{ move, old, new: now, figure: move.year === null ? name : words.inYear(name, move.year) },
      cause: kinds.length > 0 ? telling.terms.list(kinds) : words.notStated,
    };
  });
}

/** Causes with what is said of them, as notes. */
export const printCauses = (causes: readonly StatedCause[], { lang, words }: Telling): string[] =>
  causes.map(({ cause, note }) => words.causeNote(words.causes[cause], note[lang]));

function printValue({ quantity }: Move, value: Move["old"], { lang, words, terms }: Telling): string {
  if (quantity === "presence") return value === null ? words.no : words.yes;
  if (value === null) return "–";
  if (typeof value === "string") return terms.classes[value as keyof typeof terms.classes] ?? value;
  if (quantity === "outsourcedShare") return share(value, lang);
  const isMitigation = quantity === "localMitigation" || quantity === "outsourcedMitigation";
  return isMitigation ? terms.mitigated(mitigated(value, lang)) : emissions(value, lang);
}
