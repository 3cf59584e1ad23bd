import { describe, expect, test } from "vitest";
import { calcCube } from "../accounts/cube.ts";
import { calcEmissionsDriven, calcOriginConsumer } from "../accounts/origin-consumer.ts";
import { calcThreeFactors } from "../analysis/sda/three-factors.ts";
import { readPrinted } from "../model/printed-table.ts";
import { checkEqual, checkNonNegative } from "./check-result.ts";
import { checkYear } from "./identities.ts";
import { solve, solveTable } from "./oracles/small-table.ts";
import { checkPair } from "./pair-identities.ts";

const table = readPrinted({
  Z: [
    [10, 4, 3, 1],
    [2, 8, 1, 5],
    [6, 1, 9, 2],
    [1, 3, 2, 7],
  ],
  Y: [
    [20, 6],
    [15, 4],
    [5, 25],
    [8, 30],
  ],
  e: [6, 5, 2, 9],
  F: [30, 12, 50, 8],
});
const solved = solveTable(table);
const accounts = {
  C: calcOriginConsumer(solved.S, solved.X, 2),
  Dabroad: calcEmissionsDriven(solved.S, solved.Xe, 2),
  M: solved.M,
};
const label = (r: number) => `city ${r}`;

describe("checkYear", () => {
  test("all identities hold on a solved table, to rounding", () => {
    const results = checkYear(solved.model, accounts, 1e-12);
    expect(results.map(({ id, status }) => `${id} ${status}`)).toEqual([
      "origins-add-up-to-production pass",
      "world-adds-up pass",
      "multipliers-give-footprints pass",
      "rows-balance pass",
      "origin-consumer-not-negative pass",
    ]);
  });

  test.each([
    ["origins-add-up-to-production", { ...accounts, Dabroad: accounts.Dabroad.map((d) => d * 1.001) }, "r0"],
    ["world-adds-up", { ...accounts, C: accounts.C.map((c) => c * 1.001) }, "all regions"],
    ["multipliers-give-footprints", { ...accounts, M: accounts.M.map((m, i) => (i > 1 ? m * 1.01 : m)) }, "r1"],
    ["origin-consumer-not-negative", { ...accounts, C: accounts.C.map((c, at) => (at === 2 ? -c : c)) }, "r1 → r0"],
  ])("%s fails where the accounts are wrong, and says where", (id, wrong, where) => {
    const found = checkYear(solved.model, wrong).find((result) => result.id === id)!;
    expect(found.status).toBe("fail");
    expect(found.worst.some((line) => line.startsWith(`${where}:`))).toBe(true);
  });

  test("rows-balance fails on output that is not the sum of its uses", () => {
    const x = solved.model.x.map((value, i) => (i === 3 ? value * 1.1 : value));
    const found = checkYear({ ...solved.model, x }, accounts).find(({ id }) => id === "rows-balance")!;
    expect(found.status).toBe("fail");
    expect(found.worst[0]).toMatch(/^r1\/s1: /);
  });

  test("signs are not checked where final demand is negative in places", () => {
    const Y = solved.model.Y.map((value, at) => (at === 0 ? -1 : value));
    const ids = checkYear({ ...solved.model, Y }, accounts).map(({ id }) => id);
    expect(ids).not.toContain("origin-consumer-not-negative");
  });
});

describe("checkPair", () => {
  const later = solveTable({
    ...table,
    F: Float64Array.of(25, 14, 35, 8),
    Y: table.Y.map((value, at) => value + (at % 3)),
  });
  const cube = calcCube({
    S0: solved.S,
    S1: later.S,
    X00: solved.X,
    X11: later.X,
    X01: solve(solved.model, later.model.Y),
    X10: solve(later.model, solved.model.Y),
    y0: Float64Array.of(1, 1),
    y1: Float64Array.of(1, 1),
  });
  const causesOf = (method: "polar" | "shapley") => {
    const { intensity, structure, demand } = calcThreeFactors(cube, method);
    const none = new Float64Array(4);
    return { intensity, technology: structure, sourcing: none, "demand-mix": none, "demand-level": demand };
  };

  test.each(["polar", "shapley"] as const)(
    "%s causes add up, match mitigation, and given equals received",
    (method) => {
      const results = checkPair(cube, causesOf(method), method, label);
      expect(results.map(({ status }) => status)).toEqual(new Array(7).fill("pass"));
      expect(results[6].id).toBe("given-equals-received:absolute");
    },
  );

  test("a lost cause and a mitigation of another method are found", () => {
    const lost = checkPair(cube, { ...causesOf("polar"), technology: new Float64Array(4) }, "polar", label);
    expect(lost.find(({ id }) => id === "causes-add-up")!.status).toBe("fail");
    const other = checkPair(cube, causesOf("polar"), "shapley", label);
    expect(other.find(({ id }) => id === "intensity-is-mitigation")!.status).toBe("fail");
  });
});

describe("check results", () => {
  test("the worst entries come first, five of them", () => {
    const left = Float64Array.of(1, 1.1, 1, 1.3, 1.2, 1.4, 1.5, 1.6);
    const { value, worst } = checkEqual("x", { left, right: new Float64Array(8).fill(1), scale: () => 1, label }, 0.01);
    expect(value).toBeCloseTo(0.6, 12);
    expect(worst.map((line) => line.split(":")[0])).toEqual(["city 7", "city 6", "city 5", "city 3", "city 4"]);
  });

  test("a gap fails and comes first; so does another length", () => {
    const gap = checkEqual("x", { left: [1, Number.NaN], right: [2, 1], label }, 1);
    expect([gap.status, gap.worst[0]]).toEqual(["fail", "city 1: NaN"]);
    expect(checkEqual("x", { left: [1], right: [1, 2], label }, 1).status).toBe("fail");
    expect(checkNonNegative("x", [1, Number.NaN], label, 1).status).toBe("fail");
  });

  test("two zeros are equal, something against nothing is not", () => {
    expect(checkEqual("x", { left: [0], right: [0], label }, 0).status).toBe("pass");
    expect(checkEqual("x", { left: [1e-300], right: [0], scale: () => 0, label }, 1e-3).status).toBe("fail");
  });
});
