import { parseMoneyUnit } from "@tributary/core";
import {
  type Effort,
  LEVERS,
  type Lever,
  type LeverEntry,
  type Scenario,
  setEffort,
  type TableSector,
} from "@tributary/scenarios";
import type { Remark } from "../store/scenario-yaml.ts";

/** What a scenario begins with. */
export interface DraftParts {
  id: string;
  base: Scenario["base"];
  /** Adcode of the city that the levers' settings begin with. */
  city: string;
  levers: readonly string[];
  /** Sectors of the table, and its unit of money. */
  table: { sectors: readonly TableSector[]; units: { flow: string } };
}

/** A scenario to go on from: each lever with settings that do something, and remarks on what they may be. */
export function draftScenario({ id, base, city, levers, table }: DraftParts): {
  scenario: Scenario;
  remarks: Remark[];
} {
  const chosen = levers.map((each) => LEVERS.get(each)!);
  return {
    scenario: {
      schema: "tributary.scenario/v1",
      id,
      title: { en: id.replaceAll("-", " "), zh: id.replaceAll("-", " ") },
      base,
      levers: chosen.map((lever) => draftEntry(lever, city, table)),
    },
    remarks: [
      { path: ["title"], text: "Shown on pages, in both languages." },
      { path: ["base"], text: "The release and year that the levers are applied to." },
      { path: ["levers"], text: "All levers: tributary scenario list --levers" },
      ...chosen.map((lever, i) => ({ path: ["levers", i], text: remarkOn(lever, table) })),
    ],
  };
}

function draftEntry(lever: Lever, city: string, table: DraftParts["table"]): LeverEntry {
  const settings = setEffort(lever, lever.defaults(city, table.sectors), chooseLevel(lever.effort, table));
  return { lever: lever.id, ...(settings as object) };
}

/** The first level that somebody has named, else the middle of the range. */
function chooseLevel(effort: Effort, table: DraftParts["table"]): number {
  const { min, max, step } = effort;
  return listPresets(effort, table)[0]?.value ?? min + step * Math.round((max - min) / (2 * step));
}

/** Currency in which levels of a price are named. */
const PRESET_CURRENCY = "CNY";

/** Levels of a price are in the currency in which somebody named them: they are none in another. */
function listPresets({ unit, presets }: Effort, { units }: DraftParts["table"]): Effort["presets"] {
  return unit === "money/t" && parseMoneyUnit(units.flow)?.currency !== PRESET_CURRENCY ? [] : presets;
}

function remarkOn({ label, heldFixed, effort }: Lever, table: DraftParts["table"]): string {
  const { path, min, max, neutral, unit } = effort;
  const currency = parseMoneyUnit(table.units.flow)?.currency ?? "currency of the table";
  const sign = { "1": "", "%": " %", "money/t": ` ${currency}/t` }[unit];
  const levels = listPresets(effort, table).map(
    ({ value, label: level, source }) => `  ${value}${sign}: ${level.en} (${source.en})`,
  );
  return [
    `${label.en} ${label.zh}. Held fixed: ${heldFixed.en}`,
    `${path.join(".")}: ${min} to ${max}${sign}; ${neutral} changes nothing.`,
    ...levels,
  ].join("\n");
}
