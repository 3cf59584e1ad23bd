import { describe, expect, test } from "vitest";
import { makeSmallBaseline } from "../testing/small-baseline.ts";
import { type RegionSelector, selectRegions } from "./region-selector.ts";
import { selectSectors } from "./sector-selector.ts";
import { selectSuppliers } from "./supplier-selector.ts";

const baseline = makeSmallBaseline();
const { N, base, M } = baseline;

test.each<[string, RegionSelector, number[]]>([
  ["cities, each once", { city: ["120102", "110100", "120102"] }, [0, 2]],
  ["provinces", { province: ["120000"] }, [2, 3]],
  ["types", { type: ["services", "energy"] }, [0, 2, 3]],
  ["all", { all: true }, [0, 1, 2, 3]],
])("regions by %s", (_, selector, expected) => {
  expect(selectRegions(baseline, selector)).toEqual(expected);
});

test("the top origins of a city are those that emit most for it, never itself", () => {
  const X = baseline.driven(0);
  const emitted = [1, 2, 3].map((r) => ({
    r,
    for: [0, 1, 2].reduce((sum, k) => sum + base.S[r * N + k] * X[r * N + k], 0),
  }));
  const top = emitted.sort((a, b) => b.for - a.for).slice(0, 2);
  expect(selectRegions(baseline, { topOriginsOf: "110100", count: 2 })).toEqual(top.map(({ r }) => r).sort());
  expect(selectRegions(baseline, { topOriginsOf: "110100", count: 99 })).toEqual([1, 2, 3]);
});

test("cleanest and dirtiest are by total multiplier, within the places named", () => {
  const [cleanest] = [0, 1, 2, 3].sort((a, b) => M[a * N + 1] - M[b * N + 1]);
  expect(selectSuppliers(baseline, { rule: "cleanest" }, 1)).toEqual([cleanest]);
  const [dirtier] = [0, 1].sort((a, b) => M[b * N + 1] - M[a * N + 1]);
  expect(selectSuppliers(baseline, { rule: "dirtiest", count: 1, within: { province: ["110000"] } }, 1)).toEqual([
    dirtier,
  ]);
});

test("sectors by code, by group, and all", () => {
  expect(selectSectors(baseline, ["03", "01", "03"])).toEqual([0, 2]);
  expect(selectSectors(baseline, { group: ["services"] })).toEqual([2]);
  expect(selectSectors(baseline, "all")).toEqual([0, 1, 2]);
});

describe("what names nothing is refused with what was written, and with what may have been meant", () => {
  test.each<[string, RegionSelector, string]>([
    ["unknown-region", { city: ["110109"] }, 'no region "110109" in this table. Did you mean 110100 (City 0, 城市0)'],
    ["unknown-region", { city: ["City-2"] }, 'no region "City-2" in this table. Did you mean 120102 (City 2, 城市2)'],
    ["unknown-region", { topOriginsOf: "X", count: 1 }, 'no region "X" in this table.'],
    ["unknown-province", { province: ["Tianjing"] }, 'province "Tianjing". Did you mean 120000 (Tianjin)?'],
    ["selects-nothing", { type: ["agriculture"] }, '{"type":["agriculture"]} selects no region.'],
  ])("%s %j", (code, selector, message) => {
    const select = () => selectRegions(baseline, selector);
    expect(select).toThrow(expect.objectContaining({ code }));
    expect(select).toThrow(message);
  });

  test.each([
    ["unknown-sector", ["servces"], 'no sector "servces" in this table. Did you mean 03 (services)?'],
    ["unknown-group", { group: ["energie"] }, 'no sector group "energie" in this table. Did you mean energy?'],
  ])("%s %j", (code, selector, message) => {
    const select = () => selectSectors(baseline, selector);
    expect(select).toThrow(expect.objectContaining({ code }));
    expect(select).toThrow(message);
  });
});
