import { readStressor, type Stressor } from "@tributary/core";
import { askNear } from "../../did-you-mean.ts";
import type { IssueList } from "../issue-list.ts";
import { scaleMoney, splitHeading } from "./units.ts";

/** Which rows of emissions are kept, and in what unit those are that state none. */
export interface StressorRules {
  /** Names asked for; `null` = all but costs. */
  wanted: readonly string[] | null;
  /** Unit of rows without one. */
  unit: string | null;
  /** Those of the release that is added to. */
  known: readonly Stressor[];
  /** Unit of money of the release; `null` where neither files nor release have one. */
  money: string | null;
}

/** What becomes of a row: kept with a factor to its unit, a cost with a factor to the release's money, or left out. */
export type StressorUse = { kind: "kept" | "cost"; name: string; factor: number } | { kind: "left-out" };

const UNITS = "understood are t, kg CO2-eq, kt, TJ, m3, jobs, 1000 persons, km2, M EUR and the like";

/** Sorts the rows of emissions, and remembers the unit of each and what was asked for and is not there. */
export class StressorSorter {
  readonly #rules: StressorRules;
  readonly #names = new Set<string>();
  readonly #kept = new Map<string, Stressor>();
  /** Rows in money that count as costs and are no stressors. */
  readonly costs: string[] = [];

  constructor(rules: StressorRules) {
    this.#rules = rules;
    for (const stressor of rules.known) this.#kept.set(stressor.name, stressor);
  }

  /** Every stressor that is kept, those of the release first. */
  get kept(): Stressor[] {
    return [...this.#kept.values()];
  }

  /** What becomes of a row; `null` where its unit is not understood, or is another than it had, which is recorded. */
  sort(label: string, stated: string | null, place: string, issues: IssueList): StressorUse | null {
    const { wanted } = this.#rules;
    const { name, unit } = stated === null ? splitUnit(label) : { name: label, unit: stated };
    const refuse = (code: string, message: string, hint: string): null => {
      issues.error({ file: place }, { code, message, hint });
      return null;
    };
    this.#names.add(name);
    const text = unit ?? this.#rules.unit;
    const isWanted = wanted?.some((each) => each === name || each === label) ?? false;
    const read = text === null ? undefined : readStressor(name, text);
    if (wanted && !isWanted && read?.stressor.kind !== "money") return { kind: "left-out" };
    if (text === null)
      return refuse("no-unit", `${name} has no unit`, "state it with --emissions-unit, such as --emissions-unit t");
    if (!read) {
      const others = wanted ? "" : "; --stressor names the rows to keep, the others are left out";
      return refuse("unknown-unit", `${name} is in "${text}", which is not understood`, UNITS + others);
    }
    if (read.stressor.kind === "money" && !isWanted) return this.#sortCost(name, text, refuse);
    const before = this.#kept.get(name);
    if (before && before.unit !== read.stressor.unit)
      return refuse(
        "other-unit",
        `${name} is in "${text}", but elsewhere in ${before.unit}`,
        "one stressor has one unit: give the row another name, or state it in the same unit",
      );
    if (isOdd(read.stressor)) {
      const hint = `state its own unit in the heading or beside the name, such as ${name} [persons]`;
      issues.warn({ file: place }, { code: "odd-unit", message: `${name} is in "${text}", a mass`, hint });
    }
    this.#kept.set(name, before ?? read.stressor);
    return { kind: "kept", name, factor: read.factor };
  }

  #sortCost(
    name: string,
    text: string,
    refuse: (code: string, message: string, hint: string) => null,
  ): StressorUse | null {
    const { money } = this.#rules;
    const factor = money === null ? null : scaleMoney(text, money);
    this.costs.push(name);
    if (factor !== null) return { kind: "cost", name, factor };
    const hint = "costs are in the currency of the flows; --stressor names the rows to keep as they are";
    return refuse("other-unit", `${name} is a cost in "${text}", but the flows are in "${money ?? "no unit"}"`, hint);
  }

  /** Record every stressor asked for that no row had. */
  checkFound(issues: IssueList): void {
    if (this.#names.size === 0) return;
    for (const name of this.#rules.wanted ?? [])
      if (!this.#names.has(name) && !this.#names.has(splitUnit(name).name))
        issues.error(
          { file: "emissions" },
          {
            ...{ code: "unknown-stressor", message: `there is no "${name}".${askNear(name, this.#names)}` },
            ...(name.includes(",") && { hint: "give --stressor once a name" }),
          },
        );
  }
}

/** Persons that are weighed: one unit was stated for all columns of a file. */
function isOdd({ name, unit, kind }: Stressor): boolean {
  return (
    unit === "t" &&
    kind === "other" &&
    /\b(jobs?|employ\w*|persons?|people|workers?|labou?r|population)\b|就业|人口/i.test(name)
  );
}

function splitUnit(label: string): { name: string; unit: string | null } {
  const { name, unit } = splitHeading(label);
  return unit !== null && readStressor(name, unit) ? { name, unit } : { name: label, unit: null };
}
