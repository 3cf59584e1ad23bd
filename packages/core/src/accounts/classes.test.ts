import { describe, expect, test } from "vitest";
import { CLASSES, MEASURES, type Measure } from "../release/results.ts";
import { type ClassInput, calcMargin, classify, LOCAL_GREW, type LocalGrew } from "./classes.ts";

const BASE: ClassInput = { local: 0, outsourced: 0, Loc0: 6e7, Loc1: 7e7, Out0: 4e7, Dpba0: 2e8, Dpba1: 1e8, y0: 1e7 };

function classOf(change: Partial<ClassInput>, measure: Measure = "sda-polar", grew?: LocalGrew) {
  return classify({ ...BASE, ...change }, measure, grew);
}

/** The classes as the method words them, ties within ε counted as local-led; written apart from the code. */
function readMethod(input: ClassInput, epsilon: number, grown: boolean): string[] {
  const { local, outsourced } = input;
  const beneficiary = outsourced > Math.max(local, 0) + epsilon;
  return [
    ...(beneficiary && grown ? ["strong"] : []),
    ...(beneficiary && !grown ? ["weak"] : []),
    ...(!beneficiary && outsourced > epsilon ? ["local-led"] : []),
    ...(local > epsilon && outsourced <= epsilon ? ["self-reliant"] : []),
    ...(local <= epsilon && outsourced <= epsilon ? ["no-mitigation"] : []),
  ];
}

describe("classify", () => {
  const epsilonOf: Record<string, number> = { relative: 1e-9, "per-demand": 1e-8 };
  const grid = (epsilon: number) => [
    -2,
    -1.5 * epsilon,
    -epsilon / 2,
    0,
    epsilon / 2,
    1.5 * epsilon,
    1,
    1 + epsilon / 2,
    1 + 3 * epsilon,
    2,
  ];

  describe.each(MEASURES)("%s: exactly one class for negatives, zeros and ties", (measure) => {
    const epsilon = epsilonOf[measure] ?? 0.1;

    test.each(LOCAL_GREW)("local grew = %s", (grew) => {
      const seen = new Set<string>();
      for (const local of grid(epsilon))
        for (const outsourced of grid(epsilon))
          for (const [Loc1, Dpba1] of [
            [5e7, 1e8],
            [6e7, 2e8],
            [7e7, 3e8],
          ]) {
            const input = { ...BASE, local, outsourced, Loc1, Dpba1 };
            const grown = { "local-mitigation": local < -epsilon, "local-part": Loc1 > 6e7, production: Dpba1 > 2e8 }[
              grew
            ];
            const matching = readMethod(input, epsilon, grown);
            expect(matching, `W_loc ${local}, W_out ${outsourced}`).toHaveLength(1);
            expect(classify(input, measure, grew), `W_loc ${local}, W_out ${outsourced}`).toBe(matching[0]);
            seen.add(matching[0]);
          }
      expect([...seen].sort()).toEqual(CLASSES.filter((name) => name !== "unclassified").sort());
    });
  });

  test("a tie is local-led, also to rounding", () => {
    expect(classOf({ local: 1e6, outsourced: 1e6 })).toBe("local-led");
    expect(classOf({ local: 1e6, outsourced: 1e6 + 0.09 })).toBe("local-led");
    expect(classOf({ local: 1e6, outsourced: 1e6 + 0.11 })).toBe("weak");
  });

  test("strong needs local emissions that grew, by any of the three readings", () => {
    expect(classOf({ local: -5, outsourced: 8 })).toBe("strong");
    expect(classOf({ local: -5, outsourced: 8 }, "sda-polar", "production")).toBe("weak");
    expect(classOf({ local: 5, outsourced: 8 }, "sda-polar", "local-part")).toBe("strong");
  });

  test("per-demand is measured against the footprint per demand, not against tonnes", () => {
    // ε of the tonnes would be 0.1 here, more than the cut itself.
    expect(classOf({ local: 0.01, outsourced: 0.05 }, "per-demand")).toBe("weak");
  });

  test.each([
    ["local", "relative", "local-mitigation"],
    ["outsourced", "relative", "local-mitigation"],
    ["Loc1", "sda-polar", "local-part"],
    ["Dpba0", "sda-polar", "production"],
    ["Out0", "sda-polar", "local-mitigation"],
  ] as const)("a gap in %s leaves the city unclassified (%s, %s)", (field, measure, grew) => {
    expect(classOf({ local: -1, outsourced: 2, [field]: Number.NaN }, measure, grew)).toBe("unclassified");
  });

  test("the margin is the distance to a tie", () => {
    expect(calcMargin(-2, 3)).toBe(5);
    expect(calcMargin(4, 1)).toBe(3);
  });
});
