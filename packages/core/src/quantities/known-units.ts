import { takeMultiples } from "./multiples.ts";
import { dropYear, plainUnit } from "./plain-unit.ts";

const PREFIXES = { k: 1e3, K: 1e3, M: 1e6, G: 1e9, T: 1e12 };

/** Units that are kept as they are, by what they measure. Multiples before them are not looked at. */
const PATTERNS = {
  energy:
    /^([kMGTPE]?(J|Wh|toe|tce|cal)|(kilo|mega|giga|tera|peta|exa)?(joules?|watt-?hours?)|therms?|m?m?btu|quads?|[tT]onnes? of (oil|coal) equivalents?|吨?标准?煤|焦耳?|千?瓦时|度)$/i,
  persons:
    /^(p|pers|persons?|people|heads?|capita|jobs?|workers?|employees?|employed|FTEs?|full-time equivalents?|person-years?|man-years?|人|人年)\.?$/i,
  volume: /^([kMGhd]?m ?\^?3|cubic met(er|re)s?|[kMGh]?l|lit(er|re)s?|[kM]?gal(lons?)?|bcm|立方米|方)$/i,
  other:
    /^([kdch]?m ?\^?2|hectares?|k?ha|M?ha|gha|square (kilo)?met(er|re)s?|km|公顷|亩|平方公里|平方米|h|hrs?|hours?|days?|DALYs?|YLL|PAF.*|CTU[he]?|eco-?points?.*|PDF.*|species.*|UBP|points?|[tpv]km|ha[ .*·-]?(y|yr|a)|m2[ .*·-]?(y|yr|a)|nr|no|numbers?|items?|pieces?|units?|index|%|1|Bq|kBq.*|次|个|件)\.?$/i,
} as const satisfies Record<string, RegExp>;
export type KnownUnit = keyof typeof PATTERNS;

/** What a unit that is no mass and no money measures; `undefined` where it is not understood. */
export function recogniseUnit(text: string): KnownUnit | undefined {
  const plain = dropYear(plainUnit(text));
  const stripped = [plain, takeMultiples(plain).rest, takeMultiples(plain, PREFIXES).rest];
  const ids = Object.keys(PATTERNS) as KnownUnit[];
  return ids.find((id) => stripped.some((unit) => PATTERNS[id].test(unit)));
}
