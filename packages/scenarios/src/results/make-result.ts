import { CLASSES, type MitigationClass, requireMoneyUnit, sum } from "@tributary/core";
import type { Baseline } from "../baseline/baseline.ts";
import type { DrawSummary } from "../draws/summarize-effects.ts";
import { calcWanted } from "../goal/target.ts";
import { type Accounts, calcOriginsOf } from "../run/accounts.ts";
import type { LeverContributions, ScenarioAnswer } from "../run/answer-scenario.ts";
import type { Scenario } from "../scenario/scenario-schema.ts";
import { listLargestChanges } from "./list-largest-changes.ts";
import type { Amounts, CityChange, ScenarioResult } from "./scenario-result.ts";

/** What a result is made of. */
export interface ResultParts {
  scenario: Scenario;
  release: ScenarioResult["release"];
  command: string;
  answer: ScenarioAnswer;
  contributions: LeverContributions;
  /** Index of the city looked at; null where there is none. */
  focus: number | null;
  draws?: DrawSummary | null;
}

/** Origin sectors listed in a result. */
const LISTED = 20;

/** What a scenario does, in the form in which it is stored. */
export function makeResult({
  scenario,
  release,
  command,
  answer,
  contributions,
  focus,
  draws = null,
}: ResultParts): ScenarioResult {
  const { before, accounts } = answer;
  const { baseline } = accounts.state;
  const cities = listCityChanges(answer);
  const bounds = cities.map(({ bound }) => bound);
  const originsOf = (c: number) => [calcOriginsOf(before.accounts, c), calcOriginsOf(accounts, c)] as const;
  return {
    schema: "tributary.scenario-result/v1",
    scenario,
    release,
    year: baseline.base.year,
    ...{ stressor: baseline.stressor, units: baseline.units },
    command,
    totals: {
      before: addAmounts(cities.map((city) => city.before)),
      after: addAmounts(cities.map((city) => city.after)),
    },
    cities,
    focus:
      focus === null
        ? null
        : { city: cities[focus].code, origins: listLargestChanges(baseline, ...originsOf(focus), LISTED) },
    producers: listLargestChanges(baseline, before.accounts.emissions, accounts.emissions, LISTED),
    contributions: describeContributions(scenario, contributions, focus !== null),
    leakage: { ...answer.leakage, rate: Number.isNaN(answer.leakage.rate) ? null : answer.leakage.rate },
    classes: describeClasses(answer),
    target: describeTarget(scenario, baseline, cities),
    ledgers: answer.ledgers.map(({ terms, received, paid }) => ({
      ...{ ...terms, currency: terms.currency ?? requireMoneyUnit(baseline.units.flow).currency },
      cities: cities.map(({ code }, c) => ({ code, received: received[c], paid: paid[c] })),
    })),
    remarks: [...accounts.state.remarks],
    draws,
    solve: { exact: true, bound: bounds.includes(null) ? null : Math.max(...(bounds as number[])) },
  };
}

/** What a scenario does to every city, in the order of the table. */
export const listCityChanges = (answer: ScenarioAnswer): CityChange[] =>
  answer.accounts.state.baseline.axes.regions.map((_, c) => describeCity(answer, c));

/** Amounts of one city under one state. */
function readAmounts({ footprint, production }: Accounts, c: number): Amounts {
  return {
    footprint: footprint.total[c],
    local: footprint.local[c],
    outsourced: footprint.outsourced[c],
    production: production[c],
  };
}

function describeCity({ before, accounts, standing }: ScenarioAnswer, c: number): CityChange {
  const [first, second] = [before.accounts.bounds, accounts.bounds];
  return {
    code: accounts.state.baseline.axes.regions[c].code,
    before: readAmounts(before.accounts, c),
    after: readAmounts(accounts, c),
    bound: first && second ? first[c] + second[c] : null,
    class: before.standing && standing ? { before: before.standing.classes[c], after: standing.classes[c] } : null,
  };
}

function addAmounts(all: readonly Amounts[]): Amounts {
  const total = (quantity: keyof Amounts) => all.reduce((soFar, amounts) => soFar + amounts[quantity], 0);
  return {
    footprint: total("footprint"),
    local: total("local"),
    outsourced: total("outsourced"),
    production: total("production"),
  };
}

function describeContributions(
  { levers }: Scenario,
  { footprints, production, city }: LeverContributions,
  hasFocus: boolean,
): ScenarioResult["contributions"] {
  const describe = (footprint: Float64Array, emitted: Float64Array, [local, outsourced]: Float64Array) => ({
    footprint: sum(footprint),
    production: sum(emitted),
    focus: hasFocus ? { local, outsourced } : null,
  });
  return {
    method: footprints.method,
    levers: levers.map(({ lever }, k) => ({
      lever,
      ...describe(footprints.parts[k], production.parts[k], city.parts[k]),
    })),
    interaction: describe(footprints.interaction, production.interaction, city.interaction),
  };
}

function describeClasses({ before, standing }: ScenarioAnswer): ScenarioResult["classes"] {
  if (!before.standing || !standing) return null;
  return { before: countClasses(before.standing.classes), after: countClasses(standing.classes) };
}

function countClasses(classes: readonly MitigationClass[]): Record<MitigationClass, number> {
  const count = (wanted: MitigationClass) => classes.filter((each) => each === wanted).length;
  return Object.fromEntries(CLASSES.map((each) => [each, count(each)])) as Record<MitigationClass, number>;
}

function describeTarget(
  { target }: Scenario,
  { axes }: Baseline,
  cities: readonly CityChange[],
): ScenarioResult["target"] {
  const found = target && cities[axes.regions.findIndex(({ code }) => code === target.city)];
  if (!found) return null;
  const { city, quantity } = target;
  const wanted = calcWanted(target, found.before[quantity]);
  const reached = found.after[quantity];
  return { city, quantity, wanted, reached, met: reached <= wanted };
}
