import { calcOriginSectorConsumer, sum, sumByRegion } from "@tributary/core";
import {
  answerCity,
  answerScenario,
  applyLevers,
  type Baseline,
  type CityAnswer,
  contributeLevers,
  drawCity,
  findRegion,
  type Ledger,
  listCityChanges,
  loadHighs,
  resolveSettings,
  type Scenario,
  type ScenarioAnswer,
  type Setting,
  type SolvedBaseline,
  type SolveProgram,
  solveBaseline,
  solveDriven,
} from "@tributary/scenarios";
import { answerGoal, type GoalQuestion, type GoalReport } from "./goal.ts";
import type { Question } from "./question.ts";
import { readSetting } from "./read-setting.ts";
import type { AllCities, CityAccounts, FootprintParts, LedgerReport, LeverShares, Report } from "./report.ts";
import { solveInSlices } from "./solve-in-slices.ts";

const QUICK = { tolerance: 1e-5 };
const EXACT = { tolerance: 1e-9 };

/** Lets others have their turn; throws where the question that it interrupts is not of interest any more. */
export type Pause = (reason: "rest" | "slice") => Promise<void>;

/** The model on which questions are answered, with what is solved once for all of them. */
export class Engine {
  readonly #baseline: Baseline;
  #solved: Promise<SolvedBaseline> | undefined;
  #program: Promise<SolveProgram> | undefined;
  readonly #before = new Map<number, CityAccounts>();
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
  async *answer({ city, levers, variants, draws }: Question, pause: Pause): AsyncGenerator<Report, void, void> {
    const baseline = this.#baseline;
    const c = findRegion(baseline, city);
    const settings = levers.map(readSetting);
    const before = this.#readBefore(c);
    const quick = applyLevers(baseline, settings, QUICK);
    const remarks = quick.remarks.map(({ text }) => text);
    const report = (stage: Report["stage"], answer: CityAnswer, rest?: Partial<Report>): Report => ({
      stage,
      before,
      after: readAccounts(answer, baseline),
      residual: answer.residual,
      variants: null,
      shares: null,
      all: null,
      remarks,
      draws: null,
      ...rest,
    });
    yield report("quick", answerCity(quick, c, QUICK));
    await pause("rest");
    const exact = answerCity(applyLevers(baseline, settings), c, EXACT);
    yield report("exact", exact);
    await pause("slice");
    const rest: Partial<Report> = {};
    if (variants) {
      rest.variants = await this.#vary(variants, c, pause);
      yield report("varied", exact, rest);
    }
    rest.shares = await this.#share(settings, c, pause);
    yield report("shared", exact, rest);
    const answer = await answerScenario(
      await this.#solve(),
      settings,
      solveInSlices(() => pause("slice")),
    );
    rest.all = readAll(answer, c);
    yield report("complete", exact, rest);
    if (!draws) return;
    rest.draws = await drawCity(answer, c, draws, () => pause("slice"));
    yield report("drawn", exact, rest);
  }

  /**
   * The least effort to a target. The linear programme's solver is loaded when the first goal is sought.
   *
   * @throws {InputError} As `seekGoal`.
   */
  async seek(question: GoalQuestion, lang: "en" | "zh", locateFile?: () => string): Promise<GoalReport> {
    this.#program ??= loadHighs(locateFile);
    return answerGoal(this.#baseline, question, await this.#program, lang);
  }

  /**
   * A scenario's results for all cities.
   *
   * @throws {InputError} As the levers.
   */
  async solveAll(scenario: Scenario) {
    const answer = await answerScenario(
      await this.#solve(),
      resolveSettings(scenario),
      solveInSlices(this.#yieldThread),
    );
    const { release, base, stressor } = this.#baseline;
    return {
      scenario,
      stressor,
      release: { id: release },
      year: base.year,
      cities: listCityChanges(answer),
    };
  }

  /** The baseline seen from city c: read once, and shown beside every answer. */
  #readBefore(c: number): CityAccounts {
    const known =
      this.#before.get(c) ?? readAccounts(answerCity(applyLevers(this.#baseline, []), c, EXACT), this.#baseline);
    this.#before.set(c, known);
    return known;
  }

  /** The baseline's own columns: solved once, and whatever happens to the question that first needed them. */
  #solve(): Promise<SolvedBaseline> {
    this.#solved ??= solveBaseline(this.#baseline, solveInSlices(this.#yieldThread));
    return this.#solved;
  }

  async #vary(variants: NonNullable<Question["variants"]>, c: number, pause: Pause): Promise<FootprintParts[]> {
    const { N } = this.#baseline;
    const parts: FootprintParts[] = [];
    for (const levers of variants) {
      await pause("slice");
      const state = applyLevers(this.#baseline, levers.map(readSetting));
      const origins = calcOriginSectorConsumer(state.S, solveDriven(state, c, EXACT).X);
      const local = sum(origins.subarray(c * N, (c + 1) * N));
      parts.push({ local, outsourced: sum(origins) - local });
    }
    return parts;
  }

  async #share(settings: readonly Setting[], c: number, pause: Pause): Promise<LeverShares> {
    const { city } = await contributeLevers(this.#baseline, settings, c, () => pause("slice"));
    return {
      method: city.method,
      local: city.parts.map((part) => part[0]!),
      outsourced: city.parts.map((part) => part[1]!),
      interaction: city.interaction[0]! + city.interaction[1]!,
    };
  }
}

function readAccounts({ footprints, production, origins }: CityAnswer, { R, N }: Baseline): CityAccounts {
  const sectors = new Float64Array(N);
  for (let i = 0; i < origins.length; i++) sectors[i % N]! += origins[i]!;
  return { footprints, production, origins: sumByRegion(origins, R), sectors };
}

function readAll({ before, standing, leakage, accounts, ledgers }: ScenarioAnswer, c: number): AllCities {
  const classes = before.standing && standing ? { before: before.standing.classes, after: standing.classes } : null;
  return {
    leakage,
    classes,
    bound: accounts.bounds?.[c] ?? null,
    ledgers: ledgers.map((ledger) => readLedger(ledger, c)),
  };
}

function readLedger({ terms, received, paid, payments }: Ledger, c: number): LedgerReport {
  const R = received.length;
  return {
    ...{ terms, received, paid },
    paidTo: received.map((_, r) => payments[r * R + c]!),
    receivedFrom: payments.slice(c * R, (c + 1) * R),
  };
}
