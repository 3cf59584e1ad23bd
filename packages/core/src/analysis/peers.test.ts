import { expect, test } from "vitest";
import type { CityGroup } from "../release/results.ts";
import { findPeers } from "./peers.ts";

test("same type only, nearest by ratio of value added", () => {
  const groups: CityGroup[] = ["energy", "energy", "services", "energy", "energy"];
  // From 100: 70 is nearer than 210 and 40, by ratio 210 nearer than 40.
  expect(findPeers(groups, [100, 210, 100, 40, 70])[0]).toEqual([4, 1, 3]);
  expect(findPeers(groups, [100, 210, 100, 40, 70])[2]).toEqual([]);
});

test("equals keep the order of the table", () => {
  const groups = new Array<CityGroup>(4).fill("energy");
  expect(findPeers(groups, [100, 50, 50, 50])).toEqual([
    [1, 2, 3],
    [2, 3, 0],
    [1, 3, 0],
    [1, 2, 0],
  ]);
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
