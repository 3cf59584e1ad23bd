import { expect, test } from "vitest";
import { nameIamcRegion, nameIamcUnit, nameVariable } from "./iamc-names.ts";

test.each([
  [{ name: "CO₂", unit: "t", kind: "gas" }, "Emissions|CO2|Consumption-based", "t CO2/yr"],
  [{ name: "CH4", unit: "t", kind: "gas" }, "Emissions|CH4|Consumption-based", "t CH4/yr"],
  [
    { name: "CO2 - combustion - air", unit: "t", kind: "gas" },
    "Emissions|CO2 - combustion - air|Consumption-based",
    "t/yr",
  ],
  [{ name: "GHG", unit: "t CO2-eq", kind: "gas" }, "Emissions|GHG|Consumption-based", "t CO2-eq/yr"],
  [{ name: "iron ore", unit: "t", kind: "resource" }, "Resource Use|iron ore|Consumption-based", "t/yr"],
  [{ name: "energy", unit: "TJ", kind: "energy" }, "Energy Use|energy|Consumption-based", "TJ/yr"],
  [{ name: "jobs", unit: "1000 p", kind: "persons" }, "Employment|jobs|Consumption-based", "1000 p"],
  [{ name: "water|blue", unit: "m3", kind: "water" }, "Water Use|water/blue|Consumption-based", "m3/yr"],
  [{ name: "taxes", unit: "M EUR", kind: "money" }, "Money|taxes|Consumption-based", "M EUR/yr"],
  [{ name: "land", unit: "km2", kind: "other" }, "Pressure|land|Consumption-based", "km2"],
] as const)("%j", (stressor, variable, unit) => {
  expect(nameVariable(stressor, "footprint")).toBe(variable);
  expect(nameIamcUnit(stressor)).toBe(unit);
});

test("a region without a name goes by its code alone", () => {
  expect(nameIamcRegion({ code: "430100", name: { en: "Changsha" } })).toBe("430100 Changsha");
  expect(nameIamcRegion({ code: "R1", name: { en: "R1" } })).toBe("R1");
});
