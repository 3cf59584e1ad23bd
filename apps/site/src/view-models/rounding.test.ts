import fc from "fast-check";
import { expect, test } from "vitest";
import { makeResults } from "../testing/make-results.ts";
import { roundCity, roundValue } from "./rounding.ts";

const plain = (value: number) => (value === 0 || !Number.isFinite(value) ? 0 : Number(value.toPrecision(4)));

test("rounds as toPrecision does, whatever the number", () => {
  fc.assert(
    fc.property(fc.double(), (value) => Object.is(roundValue(value), plain(value))),
    { numRuns: 2000 },
  );
  // Sizes and decimals that results have, and the middles between two roundings.
  const sizes = fc.tuple(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.integer({ min: -12, max: 9 }));
  const middles = fc.tuple(fc.integer({ min: 1000, max: 9999 }), fc.integer({ min: -9, max: 9 }));
  fc.assert(
    fc.property(sizes, ([whole, power]) => Object.is(roundValue(whole * 10 ** power), plain(whole * 10 ** power))),
    { numRuns: 5000 },
  );
  fc.assert(
    fc.property(middles, ([whole, power]) => {
      const value = (whole + 0.5) * 10 ** power;
      const around = [value, value * (1 - 2 ** -53), value * (1 + 2 ** -52), value * (1 + 1e-9)];
      return around.every((near) => Object.is(roundValue(near), plain(near)));
    }),
    { numRuns: 5000 },
  );
});

test.each([
  [9999.5, 10_000],
  [999.95, 1000],
  [1000, 1000],
  [-84_645_000, -84_650_000],
  [Number.MIN_VALUE, 5e-324],
  [Number.NaN, 0],
])("%d is %d", (value, rounded) => expect(roundValue(value)).toBe(rounded));

test("the outsourced share of a city is that of its exact amounts", () => {
  const [city] = makeResults(2).cities;
  const [year, parts] = Object.entries(city!.accounts).at(-1)!;
  const exact = { ...parts, footprint: 3_069_498.06, outsourced: 2_695_538.41 };
  const shown = roundCity({ ...city!, accounts: { ...city!.accounts, [year]: exact } });
  expect(shown.outsourcedShare[year]).toBe(0.878);
  expect(roundValue(shown.accounts[year]!.outsourced / shown.accounts[year]!.footprint)).toBe(0.8785);
});
