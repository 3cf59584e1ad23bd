import type { Move } from "@tributary/core";
import { expect, test } from "vitest";
import { LANGS } from "../../lib/lang.ts";
import { printMoves } from "./print-move.ts";
import { tellRevision } from "./telling.ts";

const SIZES = [1.5e3, 2.345e4, 9.99e5, 1.234e6, 9.996e6, 1.0004e8, 2.5e9];
const STEPS = [1e-6, 1e-4, 4e-4, 1e-3, 4e-3, 1e-2, 4e-2];

const moves: Move[] = (["footprint", "localMitigation"] as const).flatMap((quantity) =>
  SIZES.flatMap((old) =>
    STEPS.map((relative, k) => {
      const figure = { region: String(k), quantity, year: quantity === "footprint" ? "2017" : null };
      return { ...figure, old, new: old * (1 + relative), relative };
    }),
  ),
);

test("both languages show the same moves, each with two values that differ as printed", () => {
  const [english, chinese] = LANGS.map((lang) => printMoves(moves, [], tellRevision(lang, null)));
  expect(english!.map(({ move }) => move)).toEqual(chinese!.map(({ move }) => move));
  expect(english!.length).toBeGreaterThan(SIZES.length);
  expect(english!.length).toBeLessThan(moves.length);
  for (const printed of [...english!, ...chinese!]) expect(printed.old).not.toBe(printed.new);
});
