import { CONSTANTS, type SettingName, type Settings } from "../estimate/settings.ts";
import { openStream } from "./random-stream.ts";

/** Which cities are in the table is a choice; the illustrative price basis is not the one that classes are read from. */
const FIXED: ReadonlySet<SettingName> = new Set(["cityCount", "illustrativeFall"]);
/** Settings of which there are only whole numbers. */
const COUNTED: ReadonlySet<SettingName> = new Set(["cityFactorRounds"]);

/**
 * Settings of one draw: each from a triangle over its plausible range, highest at the value of `base`.
 *
 * @see docs/open-estimate.md#uncertainty
 */
export function drawSettings(base: Settings, seed: number, draw: number): Settings {
  const entries = Object.entries(CONSTANTS).map(([key, { low, high }]) => {
    const name = key as SettingName;
    if (FIXED.has(name)) return [name, base[name]];
    const value = openStream(seed, draw, name).triangular(low, base[name], high);
    return [name, COUNTED.has(name) ? Math.round(value) : value];
  });
  return Object.fromEntries(entries) as Settings;
}
