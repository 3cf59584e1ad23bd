import { expect, test } from "vitest";
import { checkSize, choosePrecision } from "./check-size.ts";

test("tables that no solver has room for are refused with the rows that fit", () => {
  expect(() => checkSize(2850, 17, "single")).toThrow(
    "2,850 regions × 17 sectors are 48,450 rows, whose requirements need 8.7 GiB in single precision; the solver has room for 3.5. At most 30651 rows fit",
  );
  expect(() => checkSize(30651, 1, "single")).not.toThrow();
  expect(() => checkSize(30652, 1, "single")).toThrow("At most 30651 rows fit");
  expect(() => checkSize(22000, 1, "double")).toThrow("At most 21673 rows fit (30651 with --precision single)");
  expect(choosePrecision(4000)).toBe("double");
  expect(choosePrecision(4001)).toBe("single");
});
