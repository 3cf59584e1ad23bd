import { expect, test } from "vitest";
import type { CellChange } from "../lever.ts";
import { LEVERS } from "../registry.ts";
import { makeSmallBaseline } from "../testing/small-baseline.ts";
import { applyLevers } from "./apply-levers.ts";

test("a lever that lists more changes than there is room for is refused before there is none", () => {
  const change: CellChange = { row: 0, column: 0, amount: 1 };
  const endless = {
    *[Symbol.iterator]() {
      while (true) yield change;
    },
  };
  const lever = { ...LEVERS.get("supplier-shift")!, changes: () => endless };
  expect(() => applyLevers(makeSmallBaseline("dense"), [{ lever, settings: {} }])).toThrow(
    expect.objectContaining({ code: "too-many-changes" }),
  );
});
