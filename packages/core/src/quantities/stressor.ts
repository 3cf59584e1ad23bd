import { z } from "zod";

/** What a stressor measures: mass of a gas or of a resource, energy, persons, water, money, or something else. */
export const STRESSOR_KINDS = ["gas", "resource", "energy", "persons", "water", "money", "other"] as const;
export type StressorKind = (typeof STRESSOR_KINDS)[number];

/** A quantity that production and households cause, and that is accounted. */
export const stressorSchema = z.strictObject({
  /** As the table has it. */
  name: z.string().min(1),
  /** Of all its numbers: masses are in tonnes, `t` or `t CO2-eq`; everything else as the table has it, such as `TJ`. */
  unit: z.string().min(1),
  kind: z.enum(STRESSOR_KINDS),
});
export type Stressor = z.infer<typeof stressorSchema>;

/** Unit of money of all flows, as `parseMoneyUnit` reads it. Releases of earlier versions also name one of emissions. */
export const unitsSchema = z.object({ flow: z.string() });

/** The stressor of the open estimate. */
export const CARBON_DIOXIDE: Stressor = { name: "CO₂", unit: "t", kind: "gas" };

/** The unit with what it is a unit of, where it does not say so itself: `t CO₂`, `t CO2-eq`, `TJ`. */
export function nameUnit({ name, unit, kind }: Stressor): string {
  return unit === "t" && kind === "gas" ? `t ${name}` : unit;
}
