import { emissionsFormat, share } from "../../lib/format.ts";
import type { Lang } from "../../lib/lang.ts";
import type { SimulatorWords } from "../../lib/simulator/simulator-words.ts";
import type { Target } from "../../lib/simulator/state/simulator-state.ts";
import type { RichText } from "../page-parts.ts";
import { type CityChanges, directionOf } from "./answer-facts.ts";

/** Smaller relative changes of a footprint are called none. */
const NOTHING = 5e-5;

/** Value that a target asks for, t CO₂. */
export const targetValue = (target: Target, changes: CityChanges): number => {
  const { before } = changes[target.quantity];
  return target.percent === undefined ? before + (target.tonnes ?? 0) : before * (1 + target.percent / 100);
};

/** The answer in one or two sentences. `isMoved`: whether any lever is. */
export function describeAnswer(
  city: string,
  changes: CityChanges,
  { isMoved, target }: { isMoved: boolean; target: Target | null },
  { words: { answer }, lang }: { words: SimulatorWords; lang: Lang },
): RichText {
  const { footprint, outsourced } = changes;
  const format = emissionsFormat([footprint.before, footprint.after], lang);
  if (!isMoved)
    return answer.base(city, format.text(footprint.before), share(outsourced.before / footprint.before, lang, 0));
  const relative = footprint.change / footprint.before;
  const parts =
    Math.abs(relative) < NOTHING
      ? [answer.same(city, format.text(footprint.after))]
      : [describeMove(city, changes, { answer, lang }), describePlace(changes, { answer, lang })];
  if (target) parts.push(describeTarget(target, changes, { answer, lang }));
  return parts.join(lang === "zh" ? "" : " ");
}

interface Voice {
  answer: SimulatorWords["answer"];
  lang: Lang;
}

function describeMove(city: string, { footprint }: CityChanges, { answer, lang }: Voice): string {
  const format = emissionsFormat([footprint.before, footprint.after], lang);
  const percent = share(Math.abs(footprint.change / footprint.before), lang);
  return answer.moves[directionOf(footprint.change)](
    city,
    format.amount(footprint.before),
    format.text(footprint.after),
    percent,
  );
}

function describePlace({ footprint, outsourced, local }: CityChanges, { answer, lang }: Voice): string {
  const part = outsourced.change / footprint.change;
  if (part >= 0 && part <= 1) return answer.elsewhere[directionOf(footprint.change)](share(part, lang, 0));
  const format = emissionsFormat([outsourced.change, local.change], lang);
  return answer.apart[directionOf(outsourced.change)](format.text(outsourced.change), format.text(local.change));
}

function describeTarget(target: Target, changes: CityChanges, { answer, lang }: Voice): string {
  const miss = changes[target.quantity].after - targetValue(target, changes);
  if (miss <= Math.abs(changes[target.quantity].before) * 1e-9) return answer.reached;
  return answer.missed(emissionsFormat([miss], lang).text(miss));
}
