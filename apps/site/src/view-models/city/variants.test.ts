import type { CityCertainty, MitigationClass } from "@tributary/core";
import { expect, test } from "vitest";
import { compareAccounts } from "./accounts.ts";
import { judgeClass } from "./certainty.ts";
import { timesOf } from "./head.ts";
import { wordNearShare } from "./origins.ts";
import { compareExchange } from "./partners.ts";
import { compareShare } from "./peers.ts";
import { findNearBorder } from "./position.ts";
import { describeSupply, findLargestCut } from "./why.ts";

test("no ratio where the smaller part is not a cut, or both are alike", () => {
  const times = (ratio: number) => ratio.toFixed(1);
  expect(timesOf(4e6, 1e6, times)).toBe("4.0");
  expect(timesOf(4e6, -1e6, times)).toBeNull();
  expect(timesOf(4e6, 0, times)).toBeNull();
  expect(timesOf(4e6, 3.9e6, times)).toBeNull();
  expect(timesOf(40e6, 1e6, times)).toBeNull();
  expect(timesOf(-1e6, -4e6, times)).toBeNull();
});

test("how the draws judge a class", () => {
  const certainty = (likeliest: MitigationClass, firm: boolean) => ({ likeliest, firm }) as CityCertainty;
  expect(judgeClass("weak", null)).toBe("none");
  expect(judgeClass("weak", certainty("weak", true))).toBe("firm");
  expect(judgeClass("weak", certainty("local-led", true))).toBe("other");
  expect(judgeClass("weak", certainty("weak", false))).toBe("uncertain");
  expect(judgeClass("weak", certainty("strong", false))).toBe("uncertain");
});

test("the nearest border of a class", () => {
  const of = (local: number, outsourced: number, footprint = 100) => findNearBorder(local, outsourced, footprint);
  expect([of(0.3, 4), of(-0.3, 4), of(-0.3, -4)]).toEqual(["vertical", "vertical", "vertical"]);
  expect([of(4, 0.3), of(4, -0.3), of(-4, 0.3), of(-4, -0.3)]).toEqual(new Array(4).fill("horizontal"));
  expect(of(4, 4.2)).toBe("diagonal");
  expect([of(-4, -4), of(1, 4)]).toEqual(["clear", "clear"]);
  expect(of(1, 4, 1000), "small beside the footprint").toBe("vertical");
});

test("accounts, origins, partners, peers", () => {
  expect([compareAccounts(120, 100), compareAccounts(100, 120), compareAccounts(100, 105)]).toEqual([
    "footprint-larger",
    "territory-larger",
    "alike",
  ]);
  expect([0.6, 0.45, 0.4, 0.33, 0.22, 0.1].map(wordNearShare)).toEqual([
    "half",
    "almost-half",
    "two-fifths",
    "third",
    "quarter",
    "little",
  ]);
  expect(compareExchange(4e6, 1e6)).toBe("receives-more");
  expect(compareExchange(1e6, 4e6)).toBe("gives-more");
  expect(compareExchange(1e6, 1.1e6)).toBe("alike");
  expect(compareExchange(1e6, -1e6)).toBe("only-receives");
  expect(compareExchange(-1e6, 1e6)).toBe("only-gives");
  expect(compareExchange(-1e6, 0)).toBe("neither");
  expect([
    compareShare(0.9, [0.8]),
    compareShare(0.7, [0.8]),
    compareShare(0.81, [0.8]),
    compareShare(0.8, []),
  ]).toEqual(["above", "below", "alike", "alone"]);
});

test("supply is cleaner and leaner only where both are cuts", () => {
  expect(
    describeSupply(
      new Map([
        ["intensity", -4],
        ["technology", -15],
        ["sourcing", 1],
      ]),
    ).change,
  ).toBe("cleaner-and-leaner");
  expect(
    describeSupply(
      new Map([
        ["intensity", 4],
        ["technology", -15],
        ["sourcing", 1],
      ]),
    ).change,
  ).toBe("cut");
  expect(
    describeSupply(
      new Map([
        ["intensity", 4],
        ["technology", 1],
        ["sourcing", 1],
      ]),
    ).change,
  ).toBe("added");
  expect(
    findLargestCut(
      new Map([
        ["intensity", -4],
        ["technology", -15],
      ]),
    ),
  ).toBe("technology");
  expect(findLargestCut(new Map([["intensity", 4]]))).toBeNull();
});
