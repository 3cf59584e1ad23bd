import { expect, test } from "vitest";
import { describeMove } from "./describe-move.ts";

const move = { region: "R1", quantity: "footprint", year: "2017", old: 3, new: 4, relative: 1 / 3 } as const;
const inputs = { data: {}, code: "", boundary: "" };

test.each([
  ["open-estimate", {}, "3 → 4 t CO₂ (33 %)"],
  ["imported-table", { emissions: "CH4" }, "3 → 4 t CH4 (33 %)"],
  ["imported-table", { emissions: "jobs", "emissions-unit": "1000 persons" }, "3 → 4 1000 persons (jobs) (33 %)"],
])("a move of %s says what it is of: %o", (kind, method, message) => {
  expect(describeMove(move, { kind, inputs: { ...inputs, method } as never }).message).toBe(message);
  const share = { ...move, quantity: "outsourcedShare" } as const;
  expect(describeMove(share, { kind, inputs: { ...inputs, method } as never }).message).toBe("3 → 4 (33 %)");
});
