import { type Effort, LEVERS, type Lever, type LeverEntry, type Scenario, setEffort } from "@tributary/scenarios";
import type { Remark } from "../store/scenario-yaml.ts";

/** What a scenario begins with. */
export interface DraftParts {
  id: string;
  base: Scenario["base"];
  /** Adcode of the city that the levers' settings begin with. */
  city: string;
  levers: readonly string[];
}

/** A scenario to go on from: each lever with settings that do something, and remarks on what they may be. */
export function draftScenario({ id, base, city, levers }: DraftParts): { scenario: Scenario; remarks: Remark[] } {
  const chosen = levers.map((each) => LEVERS.get(each)!);
  return {
    scenario: {
      schema: "tributary.scenario/v1",
      id,
      title: { en: id.replaceAll("-", " "), zh: id.replaceAll("-", " ") },
      base,
      levers: chosen.map((lever) => draftEntry(lever, city)),
    },
    remarks: [
      { path: ["title"], text: "Shown on pages, in both languages." },
      { path: ["base"], text: "The release and year that the levers are applied to." },
      { path: ["levers"], text: "All levers: tributary scenario list --levers" },
      ...chosen.map((lever, i) => ({ path: ["levers", i], text: remarkOn(lever) })),
    ],
  };
}

function draftEntry(lever: Lever, city: string): LeverEntry {
  const settings = setEffort(lever, lever.defaults(city), chooseLevel(lever.effort));
  return { lever: lever.id, ...(settings as object) };
}

/** The first level that somebody has named, else the middle of the range. */
function chooseLevel({ presets, min, max, step }: Effort): number {
  return presets[0]?.value ?? min + step * Math.round((max - min) / (2 * step));
}

function remarkOn({ label, heldFixed, effort: { path, min, max, neutral, unit, presets } }: Lever): string {
  const sign = unit === "1" ? "" : ` ${unit}`;
  const levels = presets.map(({ value, label: level, source }) => `  ${value}${sign}: ${level.en} (${source.en})`);
  return [
    `${label.en} ${label.zh}. Held fixed: ${heldFixed.en}`,
    `${path.join(".")}: ${min} to ${max}${sign}; ${neutral} changes nothing.`,
    ...levels,
  ].join("\n");
}
