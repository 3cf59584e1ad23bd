import type { TableSector } from "../lever.ts";
import { say } from "../messages/say.ts";
import { ScenarioError } from "../messages/scenario-error.ts";

const POWER =
  /\belectric(al)? (power|energy|supply)\b|\belectricity\b|\bpower (generation|supply|plants?|sector)\b|电力|发电|供电/i;
/** What is made for power plants, or uses power, and sells none. */
const EQUIPMENT = /machin|equipment|apparatus|appliance|transformer|cable|设备|机械|器材|器械/i;

/**
 * Codes of the sectors that are named as electricity.
 *
 * @throws {ScenarioError} `no-power-sector` where the table names none.
 */
export function findPowerSectors(sectors: readonly TableSector[]): string[] {
  const isPower = ({ name }: TableSector) =>
    [name.en, name.zh].some((text) => POWER.test(text)) && ![name.en, name.zh].some((text) => EQUIPMENT.test(text));
  const codes = sectors.filter(isPower).map(({ code }) => code);
  if (codes.length > 0) return codes;
  const known = sectors.map(({ code, name }) => (name.en === code ? code : `${code} ${name.en}`));
  throw new ScenarioError(
    "no-power-sector",
    say((words) => words.noPowerSector(known)),
  );
}
