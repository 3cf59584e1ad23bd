import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import {
  encodeScenario,
  listCityChanges,
  type Scenario,
  type ScenarioAnswer,
  scenarioResultSchema,
} from "@tributary/scenarios";
import { z } from "zod";
import { writeFileWhole } from "../store/atomic-file.ts";
import { encodeJson } from "../store/json.ts";
import { VERSION } from "../version.ts";

/** What is kept of one point of a sweep. */
const pointSchema = scenarioResultSchema.pick({ cities: true, leakage: true, remarks: true }).extend({
  schema: z.literal("tributary.sweep-point/v1"),
});
export type PointResult = z.infer<typeof pointSchema>;

/**
 * Points that are done, a file each: an interrupt loses none. A file bears the hash of what it was computed from, so that
 * another scenario, release or version finds none of them.
 */
export class SweepPoints {
  readonly #folder: string;
  readonly #fingerprint: string;

  /** @param fingerprint What tells the release from every other. */
  constructor(folder: string, fingerprint: string) {
    this.#folder = join(folder, "points");
    this.#fingerprint = fingerprint;
  }

  /** The result of a scenario, if it is there and whole. */
  read(scenario: Scenario): PointResult | null {
    const file = this.#fileOf(scenario);
    if (!existsSync(file)) return null;
    const parsed = pointSchema.safeParse(parseJson(readFileSync(file, "utf8")));
    return parsed.success ? parsed.data : null;
  }

  /** Keep what a scenario does. */
  write(scenario: Scenario, answer: ScenarioAnswer): PointResult {
    const { rise, fall, rate } = answer.leakage;
    const result: PointResult = {
      schema: "tributary.sweep-point/v1",
      cities: listCityChanges(answer),
      remarks: [...answer.accounts.state.remarks],
      leakage: { rise, fall, rate: Number.isNaN(rate) ? null : rate },
    };
    mkdirSync(this.#folder, { recursive: true });
    writeFileWhole(this.#fileOf(scenario), encodeJson(result));
    return result;
  }

  /** Take away the points of other grids. */
  keepOnly(scenarios: readonly Scenario[]): void {
    const kept = new Set(scenarios.map((scenario) => this.#nameOf(scenario)));
    for (const name of readdirSync(this.#folder)) if (!kept.has(name)) rmSync(join(this.#folder, name));
  }

  #fileOf(scenario: Scenario): string {
    return join(this.#folder, this.#nameOf(scenario));
  }

  #nameOf(scenario: Scenario): string {
    const from = [this.#fingerprint, VERSION, encodeScenario(scenario)].join("\n");
    return `${createHash("sha256").update(from).digest("hex").slice(0, 32)}.json`;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
