import type { Axes } from "@tributary/core";
import {
  decodeLink,
  encodeLink,
  listIamcRows,
  type OpenedLink,
  orderScenario,
  SCENARIO_FORMAT,
  SCENARIO_VERSION,
  type Scenario,
} from "@tributary/scenarios";
import { toCsv } from "../../csv.ts";
import type { ScenarioDraft } from "../share/scenario.ts";
import type { Engine } from "./engine.ts";

/** In what form a scenario leaves the page. */
export type Form = "link" | "yaml" | "csv";

/** Reads and writes scenarios where their schemas are: beside the engine. */
export class Desk {
  readonly #about: { release: string; year: number };
  readonly #axes: Axes;
  readonly #engine: Engine;

  /** @param about What links are opened on. */
  constructor(about: { release: string; year: number }, axes: Axes, engine: Engine) {
    this.#about = about;
    this.#axes = axes;
    this.#engine = engine;
  }

  /** @throws {ScenarioError} As `decodeLink`. */
  readLink(link: string): OpenedLink {
    return decodeLink(link, this.#about);
  }

  /**
   * The value of `?s=`, the file that the command line writes, or the results of all cities as the IAMC has them.
   *
   * @throws {ScenarioError} `link-too-long`; as `parseScenario` and the levers.
   */
  async write(form: Form, draft: ScenarioDraft): Promise<string> {
    const scenario: Scenario = { schema: `${SCENARIO_FORMAT}${SCENARIO_VERSION}` as Scenario["schema"], ...draft };
    if (form === "link") return encodeLink(scenario);
    if (form === "csv") return this.#writeCsv(scenario);
    const { Document } = await import("yaml");
    return new Document(orderScenario(scenario)).toString({ lineWidth: 0 });
  }

  async #writeCsv(scenario: Scenario): Promise<string> {
    const rows = listIamcRows(await this.#engine.solveAll(scenario), this.#axes);
    return toCsv({
      columns: ["model", "scenario", "region", "variable", "unit", "year", "value"],
      rows: rows.map(({ model, scenario: name, region, variable, unit, year, value }) => [
        model,
        name,
        region,
        variable,
        unit,
        year,
        value,
      ]),
    });
  }
}
