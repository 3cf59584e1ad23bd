import { askNear } from "../../did-you-mean.ts";
import type { IssueList } from "../issue-list.ts";
import { parseMass, parseMoney } from "./units.ts";

/** Which rows of emissions are kept, and in what unit those are that state none. */
export interface StressorRules {
  /** Names asked for; `null` = all that have a mass. */
  wanted: readonly string[] | null;
  /** Unit of rows without one. */
  unit: string | null;
}

/** What becomes of a row of emissions: kept with a factor to tonnes, a cost in money, or left out. */
export type StressorUse = { kind: "mass"; factor: number } | { kind: "cost"; factor: number } | { kind: "left-out" };

/** Sorts the rows of emissions, and remembers what was asked for and is not there. */
export class StressorSorter {
  readonly #rules: StressorRules;
  readonly #names = new Set<string>();
  /** Rows without a unit of mass, which were not asked for. */
  readonly leftOut: string[] = [];

  constructor(rules: StressorRules) {
    this.#rules = rules;
  }

  /** What becomes of a row; `null` where its unit is not understood, which is recorded. */
  sort(name: string, stated: string | null, place: string, issues: IssueList): StressorUse | null {
    const { wanted, unit } = this.#rules;
    this.#names.add(name);
    const text = stated ?? unit;
    if (wanted && !wanted.includes(name)) return { kind: "left-out" };
    if (text === null) {
      const hint = "state it with --emissions-unit, such as --emissions-unit t";
      issues.error({ file: place }, { code: "no-unit", message: `${name} has no unit`, hint });
      return null;
    }
    const factor = parseMass(text);
    if (factor !== null) return { kind: "mass", factor };
    if (wanted) {
      const message = `${name} is in "${text}", which is no mass`;
      issues.error({ file: place }, { code: "not-a-mass", message, hint: "kg, t, kt, Mt and the like are" });
      return null;
    }
    const money = /\b(eur|usd|cny|rmb|yuan|dollars?|euro)\b|元/i.test(text) ? parseMoney(text) : null;
    if (money) return { kind: "cost", factor: money.factor };
    this.leftOut.push(name);
    return { kind: "left-out" };
  }

  /** Record every stressor asked for that no row had. */
  checkFound(issues: IssueList): void {
    if (this.#names.size === 0) return;
    for (const name of this.#rules.wanted ?? [])
      if (!this.#names.has(name))
        issues.error(
          { file: "emissions" },
          { code: "unknown-stressor", message: `there is no "${name}".${askNear(name, this.#names)}` },
        );
  }
}
