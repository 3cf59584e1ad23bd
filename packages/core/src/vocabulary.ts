/**
 * Words of results, without schemas: what only names a class does not load those of files.
 *
 * @module
 */

/** Measures whose unit is t CO₂: they have a mitigation matrix, and given and received balance over all regions. */
export const TONNE_MEASURES = [
  "sda-polar",
  "sda-shapley",
  "sda-with-structure",
  "frozen-intensity",
  "absolute",
] as const;
export type TonneMeasure = (typeof TONNE_MEASURES)[number];

/** Ways to credit a fall of emissions, docs/method.md#mitigation. */
export const MEASURES = [...TONNE_MEASURES, "per-demand", "relative"] as const;
export type Measure = (typeof MEASURES)[number];

export const CLASSES = ["strong", "weak", "local-led", "self-reliant", "no-mitigation", "unclassified"] as const;
export type MitigationClass = (typeof CLASSES)[number];

/** The five causes into which a change of a footprint is split, in the order of the figure. */
export const CAUSES = ["intensity", "technology", "sourcing", "demand-mix", "demand-level"] as const;
export type Cause = (typeof CAUSES)[number];

export const CITY_GROUPS = [
  "agriculture",
  "energy",
  "heavy industry",
  "light industry",
  "high-tech manufacturing",
  "services",
] as const;
export type CityGroup = (typeof CITY_GROUPS)[number];
