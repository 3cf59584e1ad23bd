import { findCauses, type Move, type StatedCause } from "@tributary/core";
import { share } from "../../lib/format.ts";
import { LANGS } from "../../lib/lang.ts";
import { type Telling, tellRevision } from "./telling.ts";

/** A move with its values as the pages print them. */
export interface PrintedMove {
  move: Move;
  figure: string;
  old: string;
  new: string;
  cause: string;
}

/**
 * Moves that show at the precision of the pages, with the causes that are stated for each. They are the same in both
 * languages, which round to other units.
 */
export function printMoves(moves: readonly Move[], causes: readonly StatedCause[], telling: Telling): PrintedMove[] {
  const { words } = telling;
  const tellings = LANGS.map((lang) => tellRevision(lang, telling.stressor));
  const isShown = (move: Move) =>
    tellings.every((each) => printValue(move, move.old, each) !== printValue(move, move.new, each));
  return moves.filter(isShown).map((move) => {
    const [old, now] = [printValue(move, move.old, telling), printValue(move, move.new, telling)];
    const kinds = [...new Set(findCauses(move, causes).map(({ cause }) => words.causes[cause]))];
    const name = words.quantities[move.quantity];
    return {
      ...{ move, old, new: now, figure: move.year === null ? name : words.inYear(name, move.year) },
      cause: kinds.length > 0 ? telling.terms.list(kinds) : words.notStated,
    };
  });
}

/** Causes with what is said of them, as notes. */
export const printCauses = (
  causes: readonly StatedCause[],
  { lang, words }: Pick<Telling, "lang" | "words">,
): string[] => causes.map(({ cause, note }) => words.causeNote(words.causes[cause], note[lang]));

function printValue(
  { quantity }: Move,
  value: Move["old"],
  { lang, words, terms, amount, mitigation }: Telling,
): string {
  if (quantity === "presence") return value === null ? words.no : words.yes;
  if (value === null) return "–";
  if (typeof value === "string") return terms.classes[value as keyof typeof terms.classes] ?? value;
  if (quantity === "outsourcedShare") return share(value, lang);
  const isMitigation = quantity === "localMitigation" || quantity === "outsourcedMitigation";
  return isMitigation ? mitigation(value) : amount(value);
}
