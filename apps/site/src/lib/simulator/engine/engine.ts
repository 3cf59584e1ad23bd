import { InputError, sumByRegion } from "@tributary/core";
import {
  answerCity,
  answerScenario,
  applyLevers,
  type Baseline,
  type CityAnswer,
  contributeLevers,
  findRegion,
  LEVERS,
  type ScenarioAnswer,
  type Setting,
  type SolvedBaseline,
  solveBaseline,
} from "@tributary/scenarios";
import type { LeverEntry, Question } from "./question.ts";
import type { AllCities, CityAccounts, LeverShares, Report } from "./report.ts";
import { solveInSlices } from "./solve-in-slices.ts";

const QUICK = { tolerance: 1e-5 };
const EXACT = { tolerance: 1e-9 };

/** Lets others have their turn; throws where the question that it interrupts is not of interest any more. */
export type Pause = (reason: "rest" | "slice") => Promise<void>;

/** The model on which questions are answered, with what is solved once for all of them. */
export class Engine {
  readonly #baseline: Baseline;
  #solved: Promise<SolvedBaseline> | undefined;
  readonly #yieldThread: () => Promise<void>;

  /** @param yieldThread Lets other work of the thread have its turn. */
  constructor(baseline: Baseline, yieldThread: () => Promise<void>) {
    this.#baseline = baseline;
    this.#yieldThread = yieldThread;
  }

  /**
   * Answer a question, each report better than the one before.
   *
   * @throws {InputError} `unknown-lever`, `unknown-region`; as the levers. What `pause` throws.
   */
  async *answer({ city, levers }: Question, pause: Pause): AsyncGenerator<Report, void, void> {
    const baseline = this.#baseline;
    const c = findRegion(baseline, city);
    const settings = levers.map(readSetting);
    const state = applyLevers(baseline, settings);
    const before = readAccounts(answerCity(applyLevers(baseline, []), c, EXACT), baseline);
    const report = (stage: Report["stage"], answer: CityAnswer, rest?: Partial<Report>): Report => ({
      stage,
      before,
      after: readAccounts(answer, baseline),
      residual: answer.residual,
      shares: null,
      all: null,
      ...rest,
    });
    yield report("quick", answerCity(state, c, QUICK));
    await pause("rest");
    const exact = answerCity(state, c, EXACT);
    yield report("exact", exact);
    await pause("slice");
    const shares = this.#share(settings, c);
    yield report("shared", exact, { shares });
    await pause("slice");
    const answer = await answerScenario(
      await this.#solve(),
      settings,
      solveInSlices(() => pause("slice")),
    );
    yield report("complete", exact, { shares, all: readAll(answer, c) });
  }

  /** The baseline's own columns: solved once, and whatever happens to the question that first needed them. */
  #solve(): Promise<SolvedBaseline> {
    this.#solved ??= solveBaseline(this.#baseline, solveInSlices(this.#yieldThread));
    return this.#solved;
  }

  #share(settings: readonly Setting[], c: number): LeverShares {
    const { city } = contributeLevers(this.#baseline, settings, c, EXACT.tolerance);
    return {
      method: city.method,
      local: city.parts.map((part) => part[0]!),
      outsourced: city.parts.map((part) => part[1]!),
      interaction: city.interaction[0]! + city.interaction[1]!,
    };
  }
}

function readSetting({ lever: id, ...settings }: LeverEntry): Setting {
  const lever = LEVERS.get(id);
  if (!lever) throw new InputError("unknown-lever", `There is no lever "${id}".`);
  return { lever, settings };
}

function readAccounts({ footprints, production, origins }: CityAnswer, { R, N }: Baseline): CityAccounts {
  const sectors = new Float64Array(N);
  for (let i = 0; i < origins.length; i++) sectors[i % N]! += origins[i]!;
  return { footprints, production, origins: sumByRegion(origins, R), sectors };
}

function readAll({ before, standing, leakage, accounts }: ScenarioAnswer, c: number): AllCities {
  const classes = before.standing && standing ? { before: before.standing.classes, after: standing.classes } : null;
  return { leakage, classes, bound: accounts.bounds?.[c] ?? null };
}
