import type { DrawEffects, KeptDraws } from "@tributary/scenarios";
import { z } from "zod";
import { openJournal } from "./journal.ts";

/** The effects of one draw, as bytes in base64: what is read again is the same to the last bit. */
const recordSchema = z.strictObject({
  draw: z.int().min(0),
  local: z.base64(),
  outsourced: z.base64(),
  production: z.base64(),
  classBefore: z.base64(),
  classAfter: z.base64(),
});
type EffectsRecord = z.infer<typeof recordSchema>;

/** Draws of a scenario that are made already; where it stands until the results do. */
export interface DrawsOnDisk extends KeptDraws {
  /** How many there are. */
  readonly count: number;
  remove(): void;
}

/**
 * Open the draws kept at `path`, or begin keeping.
 *
 * @param source What tells these draws from all others: the release, the scenario, seed and spreads, the version.
 * @throws {InputError} `other-draws`.
 */
export function keepDraws(path: string, source: string): DrawsOnDisk {
  const journal = openJournal(path, { schema: "tributary.scenario-draws/v1", source }, recordSchema);
  return {
    count: journal.records.size,
    get: (draw) => {
      const record = journal.records.get(draw);
      return record && decode(record);
    },
    add: (draw, effects) => journal.add({ draw, ...encode(effects) }),
    remove: journal.remove,
  };
}

const toText = ({ buffer, byteOffset, byteLength }: Float64Array | Uint8Array): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString("base64");

function encode({ local, outsourced, production, classBefore, classAfter }: DrawEffects): Omit<EffectsRecord, "draw"> {
  return {
    ...{ local: toText(local), outsourced: toText(outsourced), production: toText(production) },
    ...{ classBefore: toText(classBefore), classAfter: toText(classAfter) },
  };
}

function decode({ local, outsourced, production, classBefore, classAfter }: EffectsRecord): DrawEffects {
  const bytes = (text: string) => Uint8Array.from(Buffer.from(text, "base64"));
  const numbers = (text: string) => new Float64Array(bytes(text).buffer);
  return {
    ...{ local: numbers(local), outsourced: numbers(outsourced), production: numbers(production) },
    ...{ classBefore: bytes(classBefore), classAfter: bytes(classAfter) },
  };
}
