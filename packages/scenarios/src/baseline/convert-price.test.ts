import { STRESSOR_KINDS } from "@tributary/core";
import { describe, expect, test } from "vitest";
import { applyOne } from "../testing/apply-one.ts";
import { makeSmallBaseline } from "../testing/small-baseline.ts";
import { convertPrice } from "./convert-price.ts";

const GAS = { name: "CH4", unit: "t", kind: "gas" } as const;
const of = (flow: string) => ({ stressor: GAS, units: { flow } });
const refusal = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return null;
};

test.each([
  ["10^4 CNY", 1e-2],
  ["M EUR", 1e-4],
  ["1000 USD", 1e-1],
])("100 a tonne in the unit of money of the table: %s", (unit, expected) => {
  expect(convertPrice(of(unit), { perTonne: 100 })).toBeCloseTo(expected, 15);
});

test("another currency is converted by its rate, or refused", () => {
  const [price, table] = [{ perTonne: 100, currency: "USD" }, of("M EUR")];
  expect(convertPrice(table, { ...price, rate: 0.9 })).toBeCloseTo(9e-5, 15);
  expect(convertPrice(table, { perTonne: 100, currency: "EUR" })).toBeCloseTo(1e-4, 15);
  expect(refusal(() => convertPrice(table, price))).toBe("other-currency");
  expect(refusal(() => convertPrice(table, { perTonne: 100, rate: 0.9 }))).toBe("other-currency");
  expect(refusal(() => convertPrice(of("points"), { perTonne: 100 }))).toBe("unknown-money-unit");
});

const PRICE = { perTonne: 100 };
const LEVERS = {
  "carbon-price": {
    where: { origins: { all: true }, sectors: "all" },
    price: { ...PRICE, charged: "all-output" },
    response: { demand: -0.5, sourcing: 2 },
  },
  "compensation-ledger": { price: PRICE, cuts: "scenario" },
};

describe.each(Object.entries(LEVERS))("%s", (id, settings) => {
  test.each(STRESSOR_KINDS)("on a stressor of the kind %s", (kind) => {
    const baseline = makeSmallBaseline("factored", { stressor: { name: "X", unit: "t", kind } });
    expect(refusal(() => applyOne(baseline, id, settings))).toBe(kind === "gas" ? null : "not-a-gas");
  });

  test("on a table whose money is not understood", () => {
    const baseline = makeSmallBaseline("factored", { units: { flow: "points" } });
    expect(refusal(() => applyOne(baseline, id, settings))).toBe("unknown-money-unit");
  });
});
