import type { CityFact, Facts } from "./facts.ts";
import { FACT_YEARS } from "./facts.ts";

/** Why a prefecture-level unit is not in the table. */
type LeftOutReason = "below-cut" | "no-inventory" | "no-value-added";

interface LeftOut {
  code: string | null;
  name: { en: string; zh: string };
  reason: LeftOutReason;
}

export interface RegionSelection {
  /** In order of code. */
  cities: readonly CityFact[];
  leftOut: readonly LeftOut[];
}

/** Units without value added in both years, which the facts therefore do not list. */
const WITHOUT_VALUE_ADDED: readonly { en: string; zh: string }[] = [
  { en: "Hinggan", zh: "兴安盟" },
  { en: "Xilingol", zh: "锡林郭勒盟" },
  { en: "Alxa", zh: "阿拉善盟" },
  { en: "Yanbian", zh: "延边" },
  { en: "Laiwu", zh: "莱芜" },
  { en: "Xiangxi", zh: "湘西" },
  { en: "Hami", zh: "哈密" },
  { en: "Danzhou", zh: "儋州" },
  { en: "Sansha", zh: "三沙" },
];

/** Value added of all industries, 10⁸ CNY. */
function sumValueAdded(city: CityFact, year: (typeof FACT_YEARS)[number]): number {
  const [primary, secondary, tertiary] = city.valueAdded[year];
  return primary + secondary + tertiary;
}

/**
 * The cities of the table: units of provinces with an inventory, ranked by value added of the last year, the first
 * `count`. The list of the study is not public; this rule is printed wherever the number of cities is.
 */
export function selectRegions({ cities, inventories }: Facts, count: number): RegionSelection {
  const known = new Set(inventories.map(({ province }) => province));
  const eligible = cities.filter(({ province }) => known.has(province));
  const last = FACT_YEARS[1];
  const ranked = eligible.toSorted(
    (a, b) => sumValueAdded(b, last) - sumValueAdded(a, last) || a.code.localeCompare(b.code, "en"),
  );
  const leave = (list: readonly CityFact[], reason: LeftOutReason) =>
    list.map(({ code, name }): LeftOut => ({ code, name, reason }));
  return {
    cities: ranked.slice(0, count).toSorted((a, b) => a.code.localeCompare(b.code, "en")),
    leftOut: [
      ...leave(ranked.slice(count), "below-cut"),
      ...leave(
        cities.filter(({ province }) => !known.has(province)),
        "no-inventory",
      ),
      ...WITHOUT_VALUE_ADDED.map((name): LeftOut => ({ code: null, name, reason: "no-value-added" })),
    ],
  };
}
