import { describe, expect, test } from "vitest";
import { parseMassUnit } from "./mass-unit.ts";
import { parseMoneyUnit, requireMoneyUnit } from "./money-unit.ts";
import { readStressor } from "./read-stressor.ts";
import { CARBON_DIOXIDE, nameUnit } from "./stressor.ts";

describe("units of money", () => {
  test.each([
    ["CNY", "CNY", 1],
    ["10^4 CNY", "CNY", 1e4],
    ["10⁴ CNY, current prices", "CNY", 1e4],
    ["10**4 RMB", "CNY", 1e4],
    ["1e4 yuan", "CNY", 1e4],
    ["10,000 yuan", "CNY", 1e4],
    ["RMB 10 000", "CNY", 1e4],
    ["10k CNY", "CNY", 1e4],
    ["万元", "CNY", 1e4],
    ["百万元", "CNY", 1e6],
    ["亿元", "CNY", 1e8],
    ["100 million RMB", "CNY", 1e8],
    ["M EUR", "EUR", 1e6],
    ["M.EUR", "EUR", 1e6],
    ["MEUR", "EUR", 1e6],
    ["€m", "EUR", 1e6],
    ["EUR million", "EUR", 1e6],
    ["million euros", "EUR", 1e6],
    ["Mill EUR", "EUR", 1e6],
    ["mio. USD", "USD", 1e6],
    ["USD (millions)", "USD", 1e6],
    ["Million USD, basic prices", "USD", 1e6],
    ["1000 USD", "USD", 1e3],
    ["k USD", "USD", 1e3],
    ["thousand US$", "USD", 1e3],
    ["bn USD", "USD", 1e9],
    ["billion 2010 USD", "USD", 1e9],
    ["万美元", "USD", 1e4],
    ["MSEK", "SEK", 1e6],
  ])("%s", (text, currency, scale) => expect(parseMoneyUnit(text)).toEqual({ text, currency, scale }));

  test.each(["points", "$", "million int$", "2000 USD", "1.000 EUR", "EUR/USD", "t", ""])("not certain: %s", (text) => {
    expect(parseMoneyUnit(text)).toBeUndefined();
    expect(() => requireMoneyUnit(text)).toThrow(/names no currency and power of ten/);
  });
});

describe("units of mass", () => {
  test.each([
    ["t", 1, ""],
    ["tons", 1, ""],
    ["metric tons", 1, ""],
    ["Mg", 1, ""],
    ["mg", 1e-9, ""],
    ["kg", 1e-3, ""],
    ["Gg", 1e3, ""],
    ["Tg", 1e6, ""],
    ["gigagrams", 1e3, ""],
    ["kt CO2e", 1e3, "CO2-eq"],
    ["ktCO2e", 1e3, "CO2-eq"],
    ["Mt CO2e", 1e6, "CO2-eq"],
    ["MMTCO2e", 1e6, "CO2-eq"],
    ["Gg CO2-eq", 1e3, "CO2-eq"],
    ["kg CO2 eq.", 1e-3, "CO2-eq"],
    ["tonnes of CO2 equivalent", 1, "CO2-eq"],
    ["万吨CO2当量", 1e4, "CO2-eq"],
    ["kg 1,4-dichlorobenzene eq.", 1e-3, "1,4-dichlorobenzene-eq"],
    ["tCO2", 1, "CO2"],
    ["kt CO₂", 1e3, "CO2"],
    ["million tonnes CO2", 1e6, "CO2"],
    ["thousand tonnes", 1e3, ""],
    ["1000 t", 1e3, ""],
    ["M t", 1e6, ""],
    ["10⁴ t", 1e4, ""],
    ["万吨", 1e4, ""],
    ["百万吨", 1e6, ""],
    ["Mt/yr", 1e6, ""],
    ["kt of ore", 1e3, "ore"],
    ["GtC", 1e9, "C"],
    ["ktonnes", 1e3, ""],
    ["Mton CO2", 1e6, "CO2"],
    ["kg CO2-eq (AR5)", 1e-3, "CO2-eq"],
  ])("%s", (text, tonnes, substance) => expect(parseMassUnit(text)).toEqual({ tonnes, substance }));

  test.each([
    "TJ",
    "tkm",
    "kg.km",
    "ton-mile",
    "tonne-kilometre",
    "t lime",
    "kg/m3",
    "t/M EUR",
    "toe",
    "Mtce",
    "t oil equivalent",
    "万吨标准煤",
    "mt",
    "short tons",
    "",
  ])("no mass, or one of two: %s", (text) => expect(parseMassUnit(text)).toBeUndefined());
});

describe("stressors", () => {
  test.each([
    ["CO2", "kt", "t", "gas", 1e3],
    ["GHG", "kg CO2-eq", "t CO2-eq", "gas", 1e-3],
    ["CO2 - combustion - air", "kg", "t", "gas", 1e-3],
    ["emission_type2 water", "kg", "t", "other", 1e-3],
    ["ores", "kt", "t", "resource", 1e3],
    ["x", "kt ore", "t ore", "resource", 1e3],
    ["x", "kt CO2", "t CO2", "gas", 1e3],
    ["x", "kt", "t", "other", 1e3],
    ["CO2", "kt C", "t C", "gas", 1e3],
    ["CO2", "million tonnes CO2", "t", "gas", 1e6],
    ["NOx", "kg N", "t N", "gas", 1e-3],
    ["CH4", "kt CO2", "t CO2", "gas", 1e3],
    ["Domestic Extraction Used - Metal Ores", "kt", "t", "resource", 1e3],
    ["jobs", "1000 persons", "1000 persons", "persons", 1],
    ["Employment", "1000 p.", "1000 p.", "persons", 1],
    ["jobs", "jobs", "jobs", "persons", 1],
    ["labour", "'000 p", "'000 p", "persons", 1],
    ["water", "Mm3/yr", "Mm3/yr", "water", 1],
    ["electricity", "亿千瓦时", "亿千瓦时", "energy", 1],
    ["hours", "M.hr", "M.hr", "other", 1],
    ["energy", "TJ", "TJ", "energy", 1],
    ["energy", "ktoe", "ktoe", "energy", 1],
    ["energy", "万吨标准煤", "万吨标准煤", "energy", 1],
    ["water", "m³", "m³", "water", 1],
    ["water", "Mm3", "Mm3", "water", 1],
    ["Natural gas", "million m3", "million m3", "resource", 1],
    ["land", "km2", "km2", "other", 1],
    ["Taxes", "M.EUR", "M.EUR", "money", 1],
  ] as const)("%s in %s, and as it is kept", (name, unit, kept, kind, factor) => {
    expect(readStressor(name, unit)).toEqual({ stressor: { name, unit: kept, kind }, factor });
    expect(readStressor(name, kept)).toEqual({ stressor: { name, unit: kept, kind }, factor: 1 });
  });

  test.each(["foo", "mt", "", "t/M EUR"])("a unit that is not understood: %s", (unit) =>
    expect(readStressor("x", unit)).toBeUndefined(),
  );

  test("units say what they are units of", () => {
    expect(nameUnit(CARBON_DIOXIDE)).toBe("t CO₂");
    expect(nameUnit({ name: "GHG", unit: "t CO2-eq", kind: "gas" })).toBe("t CO2-eq");
    expect(nameUnit({ name: "jobs", unit: "1000 persons", kind: "persons" })).toBe("1000 persons");
  });
});
