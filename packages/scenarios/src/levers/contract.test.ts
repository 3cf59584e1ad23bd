import { type DenseRequirements, FactoredRequirements, InputError } from "@tributary/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { State } from "../baseline/state.ts";
import { getAt, getEffort, setAt, setEffort } from "../effort.ts";
import type { Conserved, Lever, LeverTarget } from "../lever.ts";
import { LEVERS } from "../registry.ts";
import { answerCity } from "../run/answer-city.ts";
import { applyLevers, type Setting } from "../run/apply-levers.ts";
import { ANY_PART, ANY_SETTINGS } from "../testing/any-settings.ts";
import { SAMPLE_SECTORS } from "../testing/sample-sectors.ts";
import { FORMS, makeSmallBaseline } from "../testing/small-baseline.ts";

const { R, N, n } = makeSmallBaseline();
const options = { tolerance: 1e-12 };

/** Rows and columns of each target. */
const makeShapes = (buyers: number): Record<LeverTarget, readonly [number, number]> => ({
  intensity: [n, 1],
  technology: [N, n],
  "trade-shares": [n, buyers],
  "final-trade-shares": [n, R],
  "final-demand": [N, R],
  prices: [n, 1],
  nothing: [0, 0],
});

/** What may not have moved, by how it is seen. */
const HOLDS: Record<Conserved, (state: State, untouched: State) => void> = {
  inputs(state, untouched) {
    for (let s = 0; s < R; s++)
      for (let i = 0; i < N; i++) {
        for (const b of state.baseline.buyersOf(s)) {
          let total = 0;
          for (let r = 0; r < R; r++) total += state.share(i, r, b);
          expect(total).toBeCloseTo(1, 12);
        }
        for (let j = 0; j < N; j++) expect(state.technology(s, i, j)).toBe(untouched.technology(s, i, j));
      }
  },
  demand(state, untouched) {
    for (let c = 0; c < R; c++) expectClose(state.demandByProduct(c), untouched.demandByProduct(c));
  },
  flows(state) {
    expect(state.hasOtherRequirements).toBe(false);
    expect(state.hasOtherDemand()).toBe(false);
  },
  emissions(state, untouched) {
    expectClose(answer(state), answer(untouched));
  },
};

/** Every number that the chosen city's answer has. */
function answer(state: State): Float64Array {
  const { footprints, production, origins } = answerCity(state, 1, options);
  return Float64Array.from([...footprints, ...production, ...origins]);
}

function expectClose(actual: Float64Array, expected: Float64Array, within = 1e-10) {
  for (const [i, value] of expected.entries())
    expect(Math.abs(actual[i] - value)).toBeLessThanOrEqual(within * Math.max(1, Math.abs(value)));
}

/** A lever at any settings and any effort between its bounds. */
function anyOf(lever: Lever, untouched: State): fc.Arbitrary<unknown> {
  const { min, max } = lever.effort;
  return fc
    .tuple(ANY_SETTINGS[lever.id], ANY_PART)
    .map(([settings, part]) => lever.settings.parse(setEffort(lever, settings, min + part * (max - min))))
    .filter((settings) => !isRefused(lever, settings, untouched));
}

/** Transfers between the same regions are refused; so are savings with nothing to spend them on. */
function isRefused(lever: Lever, settings: unknown, untouched: State): boolean {
  try {
    Array.from(lever.changes(untouched, settings));
    return false;
  } catch (error) {
    if (error instanceof InputError) return true;
    throw error;
  }
}

const CASES = [...LEVERS.values()].flatMap((lever) => FORMS.map((form) => [lever.id, form, lever] as const));

describe.each(CASES)("%s on a %s table", (_, form, lever) => {
  const baseline = makeSmallBaseline(form);
  const untouched = new State(baseline);
  const SHAPES = makeShapes(baseline.buyers);
  const check = (lever: Lever, property: (settings: unknown) => void) =>
    fc.assert(fc.property(anyOf(lever, untouched), property), { numRuns: 30 });
  const apply = (settings: unknown) => applyLevers(baseline, [{ lever, settings }]);

  test("lists finite changes inside the matrix that it declares, the same ones each time", () =>
    check(lever, (settings) => {
      const changes = [...lever.changes(untouched, settings)];
      const [rows, columns] = SHAPES[lever.touches];
      for (const { row, column, amount } of changes) {
        expect(Number.isInteger(row) && row >= 0 && row < rows).toBe(true);
        expect(Number.isInteger(column) && column >= 0 && column < columns).toBe(true);
        expect(Number.isFinite(amount)).toBe(true);
      }
      expect([...lever.changes(untouched, settings)]).toEqual(changes);
    }));

  test("lists nothing at its neutral effort", () =>
    check(lever, (settings) => {
      expect([...lever.changes(untouched, setEffort(lever, settings, lever.effort.neutral))]).toEqual([]);
    }));

  test("conserves what it says", () =>
    check(lever, (settings) => {
      const state = apply(settings);
      for (const what of lever.conserves) HOLDS[what](state, untouched);
    }));

  test("never writes to the baseline", () => {
    const { S, Y, x, e } = baseline.base;
    const { A } = baseline.base;
    const table = A instanceof FactoredRequirements ? [A.factors.a, ...A.factors.T] : [(A as DenseRequirements).A];
    const arrays = [S, Y, x, e, baseline.M, ...table];
    const before = arrays.map((array) => array.slice());
    check(lever, (settings) => {
      apply(settings);
      expect(arrays).toEqual(before);
    });
  });

  test.runIf(lever.linear)("moves results in proportion to its effort", () =>
    check(lever, (settings) => {
      const { neutral } = lever.effort;
      const half = neutral + (getEffort(lever, settings) - neutral) / 2;
      const [none, some, all] = [neutral, half, getEffort(lever, settings)].map((effort) =>
        answer(apply(setEffort(lever, settings, effort))),
      );
      expectClose(
        some,
        none.map((value, i) => (value + all[i]) / 2),
      );
    }),
  );

  test("has defaults that its schema takes and that change nothing, and presets within reach of the slider", () => {
    const { min, max, neutral, presets } = lever.effort;
    const settings = lever.settings.parse(lever.defaults("110101", SAMPLE_SECTORS));
    expect(getEffort(lever, settings)).toBe(neutral);
    for (const { value, source } of presets) {
      expect(value >= min && value <= max).toBe(true);
      expect(source.en).toMatch(/\(\d{4}\)/);
      expect(source.zh).toMatch(/（\d{4}）/);
    }
  });
});

const OPTIONS = [...LEVERS.values()].flatMap((lever) =>
  (lever.options ?? []).map((option) => [lever.id, option.path.join("."), lever, option] as const),
);

test.each(OPTIONS)("%s: %s is set by default, and its field has the bounds of the schema", (_, __, lever, option) => {
  const settings = lever.defaults("110101", SAMPLE_SECTORS);
  const takes = (value: unknown) => lever.settings.safeParse(setAt(settings, option.path, value)).success;
  if (option.kind === "choice") {
    expect(option.choices.map(({ value }) => value)).toContain(getAt(settings, option.path));
    for (const { value } of option.choices) expect(takes(value)).toBe(true);
    expect(takes("none of them")).toBe(false);
    return;
  }
  const { min, max } = option;
  expect([getAt(settings, option.path), min, max].every(takes)).toBe(true);
  expect([min - 1e-6, max + 1e-6].some(takes)).toBe(false);
  expect(takes(undefined)).toBe(option.empty !== undefined);
});

/** All levers, each at settings of its own and at work. */
function drawSettings(untouched: State): Setting[] {
  return [...LEVERS.values()].map((lever) => {
    const [stated] = fc.sample(anyOf(lever, untouched), { numRuns: 1, seed: 7 });
    const { neutral, max, min } = lever.effort;
    return { lever, settings: setEffort(lever, stated, (neutral + max + min) / 3) };
  });
}

test("on a table that is trade shares times technology, written out, every lever does the same", () => {
  const [factored, writtenOut] = [makeSmallBaseline("factored"), makeSmallBaseline("written-out")];
  for (const lever of LEVERS.values())
    fc.assert(
      fc.property(anyOf(lever, new State(factored)), (settings) => {
        const [expected, actual] = [factored, writtenOut].map((table) =>
          answer(applyLevers(table, [{ lever, settings }])),
        );
        expectClose(actual, expected, 1e-9);
      }),
      { numRuns: 20 },
    );
  const all = drawSettings(new State(factored));
  expectClose(answer(applyLevers(writtenOut, all)), answer(applyLevers(factored, all)), 1e-9);
});

test("levers apply in the order S → A* → T_Z → T_Y → Y → prices, however they are listed", () => {
  const baseline = makeSmallBaseline();
  const settings = drawSettings(new State(baseline));
  const first = answer(applyLevers(baseline, settings));
  fc.assert(
    fc.property(fc.shuffledSubarray(settings, { minLength: settings.length }), (shuffled) => {
      const intensity = settings.filter(({ lever }) => lever.touches === "intensity");
      const others = shuffled.filter(({ lever }) => lever.touches !== "intensity");
      expectClose(answer(applyLevers(baseline, [...others, ...intensity])), first);
    }),
    { numRuns: 10 },
  );
});
