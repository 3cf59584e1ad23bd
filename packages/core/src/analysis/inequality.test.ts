import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calcGini, calcLorenz } from "./inequality.ts";

const gini = (amounts: number[], persons: number[]) => calcGini(calcLorenz(amounts, persons));
const groups = fc.array(
  fc.tuple(fc.double({ min: 0, max: 1e6, noNaN: true }), fc.double({ min: 1, max: 1e6, noNaN: true })),
  { minLength: 1, maxLength: 30 },
);

describe("calcGini", () => {
  test("by hand: 1, 2, 3, 4 is a quarter; one of five has everything, four fifths; all alike, nothing", () => {
    expect(gini([1, 2, 3, 4], [1, 1, 1, 1])).toBeCloseTo(0.25, 15);
    expect(gini([0, 7, 0, 0, 0], [1, 1, 1, 1, 1])).toBeCloseTo(0.8, 15);
    expect(gini([2, 4, 6], [1, 2, 3])).toBeCloseTo(0, 15);
  });

  test("is half the mean difference over the mean, between 0 and 1, whatever the units and the order", () => {
    fc.assert(
      fc.property(groups, fc.double({ min: 0.1, max: 10, noNaN: true }), (list, factor) => {
        fc.pre(list.some(([amount]) => amount > 1e-3));
        const [amounts, persons] = [list.map(([amount]) => amount), list.map(([, people]) => people)];
        const value = gini(amounts, persons);
        const everybody = persons.reduce((a, b) => a + b);
        const whole = amounts.reduce((a, b) => a + b);
        let difference = 0;
        for (const [a, p] of list) for (const [b, q] of list) difference += p * q * Math.abs(a / p - b / q);
        expect(value).toBeCloseTo(difference / (2 * everybody * whole), 9);
        expect(value).toBeGreaterThanOrEqual(-1e-12);
        expect(value).toBeLessThan(1);
        const turned = list.toReversed();
        expect(
          gini(
            turned.map(([amount]) => amount * factor),
            turned.map(([, people]) => people * factor),
          ),
        ).toBeCloseTo(value, 9);
      }),
    );
  });
});

test("the curve runs from the least per person to all of it", () => {
  const curve = calcLorenz([6, 1, 3], [1, 1, 2]);
  expect(curve.map(({ index }) => index)).toEqual([1, 2, 0]);
  expect(curve.map(({ perPerson }) => perPerson)).toEqual([1, 1.5, 6]);
  expect(curve.map(({ persons }) => persons)).toEqual([0.25, 0.75, 1]);
  expect(curve.map(({ amount }) => amount)).toEqual([0.1, 0.4, 1]);
});

test("refuses groups without persons, and nothing to share", () => {
  const code = (code: string) => expect.objectContaining({ code });
  expect(() => calcLorenz([1, 2], [1, 0])).toThrow(code("no-persons"));
  expect(() => calcLorenz([1, 2], [1, Number.NaN])).toThrow(code("no-persons"));
  expect(() => calcLorenz([0, 0], [1, 1])).toThrow(code("nothing-to-share"));
  expect(() => calcLorenz([3, -1], [1, 1])).toThrow(code("nothing-to-share"));
  expect(() => calcLorenz([1], [1, 1])).toThrow(code("shape-mismatch"));
});
