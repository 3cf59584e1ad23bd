import { LEVERS } from "@tributary/scenarios";
import fc from "fast-check";
import { expect, test } from "vitest";
import { isNeutral, leverOf, readEffort, toShown, toStored, writeEffort, writeSetting } from "./effort.ts";
import { changeCity, changeLever, listActive, makeState, resetLever, toQuestion } from "./simulator-state.ts";
import { beginUndo, pushState, stepBack, stepForward } from "./undo.ts";

const state = makeState("430100");

test("every lever is there, at rest, and its settings fit its schema", () => {
  expect(new Set(state.levers.map(({ lever }) => lever))).toEqual(new Set(LEVERS.keys()));
  for (const entry of state.levers) {
    const { lever, ...settings } = entry;
    expect([lever, isNeutral(entry)]).toEqual([lever, true]);
    expect(leverOf(entry).settings.safeParse(settings).success).toBe(true);
  }
  expect(toQuestion(state)).toEqual({ city: "430100", levers: [] });
});

test("a slider moves its lever within its bounds and nothing else", () => {
  for (const [at, entry] of state.levers.entries()) {
    const { effort } = leverOf(entry);
    const moved = changeLever(state, at, writeEffort(entry, effort.min === effort.neutral ? effort.max : effort.min));
    expect(listActive(moved).map(({ lever }) => lever)).toEqual([entry.lever]);
    expect(resetLever(moved, at)).toEqual(state);
    expect(toStored(effort, 1e9)).toBe(effort.max);
    for (const value of [effort.min, effort.neutral, effort.max])
      expect(toStored(effort, toShown(effort, value))).toBe(value);
  }
});

test("another city: levers that point at the old one by default follow, those pointed elsewhere stay", () => {
  const at = state.levers.findIndex(({ lever }) => lever === "upstream-decarbonisation");
  const moved = changeLever(state, at, writeEffort(state.levers[at]!, -20));
  const followed = changeCity(moved, "110000");
  expect(readEffort(followed.levers[at]!)).toBe(-20);
  expect(JSON.stringify(followed)).not.toContain("430100");
  const pointed = changeLever(moved, at, writeSetting(moved.levers[at]!, ["where", "origins"], { city: ["430100"] }));
  expect(changeCity(pointed, "110000").levers[at]).toEqual(pointed.levers[at]);
});

test("what is taken back can be done again, and a new step forgets it", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9), { minLength: 1, maxLength: 20 }), (steps) => {
      const end = steps.reduce(pushState, beginUndo(-1));
      const start = steps.reduce(stepBack, end);
      expect([start.present, stepBack(start)]).toEqual([-1, start]);
      expect(steps.reduce(stepForward, start)).toEqual(end);
      expect(pushState(stepBack(end), 10).future).toEqual([]);
    }),
  );
});
