import { getEffort, LEVERS, setAt, setEffort } from "@tributary/scenarios";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readSectors } from "../../../testing/make-release.ts";
import { describeLever } from "../../../view-models/simulator/simulator-page.ts";
import { isAtRest, readTyped, strongestEffort, toShown } from "./effort.ts";
import { leverOf } from "./lever-info.ts";
import {
  arrange,
  changeCity,
  changeLever,
  listActive,
  listEnds,
  makeState,
  resetLever,
  toQuestion,
} from "./simulator-state.ts";
import { beginUndo, pushState, stepBack, stepForward } from "./undo.ts";

const levers = [...LEVERS.values()].map((lever) => describeLever(lever, "en", readSectors()));
const state = makeState(levers, "430100");

test("every lever is there, at rest, and its settings fit its schema", () => {
  expect(new Set(state.levers.map(({ lever }) => lever))).toEqual(new Set(LEVERS.keys()));
  for (const entry of state.levers) {
    const { lever, ...settings } = entry;
    expect([lever, isAtRest(leverOf(levers, entry), entry)]).toEqual([lever, true]);
    expect(LEVERS.get(lever)!.settings.safeParse(settings).success).toBe(true);
  }
  expect(toQuestion(levers, state)).toEqual({ city: "430100", levers: [] });
});

test("a slider moves its lever within its bounds and nothing else", () => {
  for (const [at, entry] of state.levers.entries()) {
    const info = leverOf(levers, entry);
    const { effort } = info;
    const moved = changeLever(state, at, setEffort(info, entry, strongestEffort(effort)));
    expect(listActive(levers, moved).map(({ lever }) => lever)).toEqual([entry.lever]);
    expect(resetLever(levers, moved, at)).toEqual(state);
    expect(readTyped(effort, 1e9)).toEqual({ outside: expect.any(Number), meant: null });
    for (const value of [effort.min, effort.neutral, effort.max])
      expect(readTyped(effort, toShown(effort, value))).toEqual({ value });
  }
});

test("another city: levers that point at the old one by default follow, those pointed elsewhere stay", () => {
  const at = state.levers.findIndex(({ lever }) => lever === "upstream-decarbonisation");
  const upstream = leverOf(levers, state.levers[at]!);
  const moved = changeLever(state, at, setEffort(upstream, state.levers[at]!, -20));
  const followed = changeCity(levers, moved, "110000");
  expect(getEffort(upstream, followed.levers[at]!)).toBe(-20);
  expect(JSON.stringify(followed)).not.toContain("430100");
  const pointed = changeLever(moved, at, setAt(moved.levers[at]!, ["where", "origins"], { city: ["430100"] }));
  expect(changeCity(levers, pointed, "110000").levers[at]).toEqual(pointed.levers[at]);
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

test("sensitivity tries each lever at either end of its slider, beside the others as they stand", () => {
  const [first, second] = state.levers;
  const moved = changeLever(state, 0, setEffort(leverOf(levers, first!), first!, -5));
  const ends = listEnds(levers, moved);
  expect(ends).toHaveLength(2 * state.levers.length);
  expect(ends[0]!.map((entry) => getEffort(leverOf(levers, entry), entry))).toEqual([-60]);
  expect(ends[1]).toEqual([]);
  expect(ends[2]!.map(({ lever }) => lever)).toEqual([first!.lever, second!.lever]);
});

test("levers of an opened scenario keep their order, in which those on one matrix apply", () => {
  const opened = ["clean-electricity", "best-practice-convergence", "upstream-decarbonisation"];
  const entries = opened.map((id) => state.levers.find(({ lever }) => lever === id)!);
  const arranged = arrange(levers, { ...state, levers: entries });
  expect(arranged.levers.slice(0, 3)).toEqual(entries);
  expect(arranged.levers).toHaveLength(LEVERS.size);
});
