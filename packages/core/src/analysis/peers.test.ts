import { expect, test } from "vitest";
import type { CityGroup } from "../release/results.ts";
import { findPeers } from "./peers.ts";

test("same type only, nearest by ratio of value added, equals in the order of the table", () => {
  const groups: CityGroup[] = ["energy", "energy", "services", "energy", "energy"];
  // From 100: 200 and 50 are equally far by ratio, 70 is nearer.
  expect(findPeers(groups, [100, 200, 100, 50, 70])).toEqual([[4, 1, 3], [0, 4, 3], [], [4, 0, 1], [3, 0, 1]]);
});

test("at most twenty", () => {
  const groups = new Array<CityGroup>(30).fill("services");
  const peers = findPeers(
    groups,
    groups.map((_, r) => r + 1),
  );
  expect(peers[0]).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
  expect(peers.every((list) => list.length === 20)).toBe(true);
});

test("refuses value added without a logarithm, and lists that do not match", () => {
  expect(() => findPeers(["energy"], [0])).toThrow(expect.objectContaining({ code: "not-finite" }));
  expect(() => findPeers(["energy"], [1, 2])).toThrow(expect.objectContaining({ code: "shape-mismatch" }));
});
