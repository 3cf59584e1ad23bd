import { z } from "zod";
import { InputError, type Issue } from "../errors.ts";

/** A modelling constant: its value, the range in which it is plausible, and what it means. */
interface Constant {
  value: number;
  low: number;
  high: number;
  unit: string;
  meaning: string;
}

const constant = (value: number, low: number, high: number, unit: string, meaning: string): Constant => ({
  value,
  low,
  high,
  unit,
  meaning,
});

/** Every modelling constant of the open estimate. The ranges feed the uncertainty analysis. */
export const CONSTANTS = {
  cityCount: constant(
    309,
    3,
    329,
    "cities",
    "how many units, ranked by value added of the last year, are in the table",
  ),
  quotientExponent: constant(0.7, 0.4, 1, "1", "how far a province's CO2 shifts its industrial mix"),
  quotientFloor: constant(0.02, 0.005, 0.05, "1", "least location quotient"),
  tiltExponent: constant(
    0.7,
    0.4,
    1,
    "1",
    "how far a city's CO2 per industrial value added shifts its energy and heavy industry",
  ),
  tiltLimit: constant(4, 2, 6, "1", "largest such shift, up or down, before the exponent"),
  cityFactorLimit: constant(5, 3, 8, "1", "largest factor, up or down, that bends emissions to a city's own total"),
  cityFactorRounds: constant(50, 10, 200, "rounds", "rounds of that bending"),
  setAsideShare: constant(0.9, 0.8, 1, "1", "share of the province's total above which a city total is set aside"),
  valueAddedWeight: constant(0.6, 0.3, 0.9, "1", "weight of value added, against population, in household demand"),
  frictionGoods: constant(1.8, 1.2, 2.4, "1", "distance exponent of goods, before the common scale"),
  frictionServices: constant(3, 2, 4, "1", "distance exponent of services, water and construction"),
  frictionElectricity: constant(1.8, 1.2, 2.4, "1", "distance exponent of electricity and heat"),
  homeDistance: constant(25, 15, 40, "km", "distance within a city"),
  leastDistance: constant(50, 30, 80, "km", "least distance between two cities"),
  targetShare: constant(
    0.786,
    0.75,
    0.82,
    "1",
    "outsourced share of the first year to which the common scale of friction is calibrated",
  ),
  illustrativeFall: constant(
    0.95,
    0.8,
    1,
    "1",
    "further price index of coal, oil, metals and power in the illustrative price basis",
  ),
} as const satisfies Record<string, Constant>;

export type SettingName = keyof typeof CONSTANTS;
export type Settings = Readonly<Record<SettingName, number>>;

export const DEFAULT_SETTINGS = Object.fromEntries(
  Object.entries(CONSTANTS).map(([name, { value }]) => [name, value]),
) as Settings;

/** Units of which there are only whole numbers. */
const COUNTED: ReadonlySet<string> = new Set(["cities", "rounds"]);

/** Settings file: any of the constants, each inside its plausible range. */
export const settingsSchema = z.strictObject(
  Object.fromEntries(
    Object.entries(CONSTANTS).map(([name, { low, high, unit, meaning }]) => [
      name,
      (COUNTED.has(unit) ? z.int() : z.number()).min(low).max(high).optional().describe(`${meaning} [${unit}]`),
    ]),
  ) as Record<SettingName, z.ZodOptional<z.ZodNumber>>,
);

/**
 * Complete a settings file with the defaults.
 *
 * @throws {InputError} `invalid-settings` with every unknown name and every value outside its range.
 */
export function parseSettings(input: unknown, file = "settings"): Settings {
  const parsed = settingsSchema.safeParse(input);
  if (parsed.success) return { ...DEFAULT_SETTINGS, ...parsed.data };
  const issues = parsed.error.issues.map(
    (issue): Issue => ({
      severity: "error",
      code: "invalid-settings",
      where: [file, ...issue.path].join(":"),
      message: issue.message,
      hint: adviseSetting(String(issue.path[0])),
    }),
  );
  throw new InputError("invalid-settings", "The settings of the estimate are not usable.", issues);
}

function adviseSetting(name: string): string {
  if (!(name in CONSTANTS)) return `settings are ${Object.keys(CONSTANTS).join(", ")}`;
  const { low, high, unit } = CONSTANTS[name as SettingName];
  return `${low} to ${high} [${unit}]`;
}
