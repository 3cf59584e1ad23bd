import { createHash } from "node:crypto";
import type { Issue } from "@tributary/core";
import {
  answerScenario,
  type Baseline,
  contributeLevers,
  type DrawSummary,
  type DrawTerms,
  drawTables,
  type LeverContributions,
  makeResult,
  needsSolves,
  prepareDraws,
  readDrawTerms,
  resolveSettings,
  type Scenario,
  type ScenarioAnswer,
  type ScenarioResult,
  type SolvedBaseline,
  solveBaseline,
  summarizeEffects,
} from "@tributary/scenarios";
import type { Progress } from "../progress.ts";
import { IssueList } from "../sources/issue-list.ts";
import { attemptAt, checkLevers } from "../sources/scenarios/check-levers.ts";
import type { ScenarioSource } from "../sources/scenarios/read-scenario.ts";
import { type DrawsOnDisk, keepDraws } from "../store/kept-draws.ts";
import type { Quantities } from "../store/name-quantities.ts";
import { type OpenedRelease, readRelease } from "../store/release-reader.ts";
import { VERSION } from "../version.ts";
import { createSolvePool, type SolvePool } from "../workers/solve-pool.ts";
import { weighDraws } from "../workers/weigh-draws.ts";
import { openScenarioBase } from "./open-scenario-base.ts";

/** A scenario that was run, with what its tables are made of. */
export interface ScenarioRun {
  result: ScenarioResult;
  answer: ScenarioAnswer;
  /** What its tables are of. */
  quantities: Quantities;
  contributions: LeverContributions;
  focus: number | null;
  /** Take away what was kept of the draws: the results stand. */
  finish(): void;
}

/** How a scenario is run. */
export interface RunTerms {
  /** Code of the city looked at; the scenario's target where none is given. */
  city?: string;
  /** The command that prints the same. */
  command: string;
  /** Where draws that take a solve each are kept until the results stand: an interrupted run goes on there. */
  unfinished?: string;
  /** What is drawn; what the scenario asks for where nothing is given. */
  draws?: DrawTerms | null;
}

/** Runs scenarios on one release with all cores; each year's baseline is solved once. */
export class ScenarioRunner {
  readonly manifest: OpenedRelease["manifest"];
  /** SHA-256 of the manifest, which stands for all numbers of the release. */
  readonly sha256: string;
  readonly #open: (year: number) => Baseline;
  readonly #pool: SolvePool;
  readonly #baselines = new Map<number, Baseline>();
  readonly #solved = new Map<number, SolvedBaseline>();
  readonly #progress: Progress;
  readonly #threads: number | undefined;
  readonly #stressor: string | undefined;

  /** @param stressor Name of the one that scenarios are about; the first of the release by default. */
  constructor(folder: string, progress: Progress, { threads, stressor }: { threads?: number; stressor?: string } = {}) {
    progress.step("Read the release");
    const opened = readRelease(folder);
    this.manifest = opened.manifest;
    this.sha256 = opened.sha256;
    this.#open = openScenarioBase(opened, stressor);
    this.#progress = progress;
    this.#threads = threads;
    this.#stressor = stressor;
    this.#pool = createSolvePool(threads);
  }

  /** What no scenario of this release may differ in: its arrays, by their hashes, and the stressor. */
  get fingerprint(): string {
    const hashes = this.manifest.arrays.map(({ path, sha256 }) => `${path} ${sha256}`);
    return createHash("sha256")
      .update([this.manifest.id, ...hashes, ...(this.#stressor === undefined ? [] : [this.#stressor])].join("\n"))
      .digest("hex");
  }

  /** What the amounts of a baseline are of, and how its tables name them. */
  quantitiesOf({ stressor, units }: Baseline): Quantities {
    return { kind: this.manifest.kind, stressor, units };
  }

  /** The baseline of a year, not yet solved. @throws {InputError} `unknown-year`. */
  open(year: number): Baseline {
    const baseline = this.#baselines.get(year) ?? this.#open(year);
    this.#baselines.set(year, baseline);
    return baseline;
  }

  /**
   * Refuse what a scenario states and this release does not have, at its place in the file.
   *
   * @returns What they state that has no effect here.
   * @throws {InputError} `bad-scenario` with every problem.
   */
  check(sources: readonly ScenarioSource[]): readonly Issue[] {
    const issues = new IssueList();
    for (const source of sources)
      attemptAt(source, issues, ["base", "year"], () =>
        checkLevers(source, this.open(source.scenario.base.year), issues),
      );
    issues.refuse("bad-scenario", "The scenario cannot be run");
    return issues.warnings;
  }

  /** The solved baseline of a year. @throws {ModelError} As the solver. */
  async solve(year: number): Promise<SolvedBaseline> {
    const known = this.#solved.get(year);
    if (known) return known;
    const baseline = this.open(year);
    this.#progress.step(`Solve the baseline of ${year}`);
    const solved = await solveBaseline(baseline, this.#pool.solve);
    this.#solved.set(year, solved);
    return solved;
  }

  /** What a scenario does to every city. @throws {InputError} As its levers. @throws {ModelError} As the solver. */
  async answer(scenario: Scenario): Promise<ScenarioAnswer> {
    const before = await this.solve(scenario.base.year);
    return answerScenario(before, resolveSettings(scenario), this.#pool.solve);
  }

  /** Run a scenario with all that is told of it. @throws {InputError} As its levers. @throws {ModelError} As the solver. */
  async run(
    scenario: Scenario,
    { city = scenario.target?.city, command, unfinished, draws: terms = readDrawTerms(scenario) }: RunTerms,
  ): Promise<ScenarioRun> {
    const baseline = this.open(scenario.base.year);
    const before = await this.solve(scenario.base.year);
    this.#progress.step(`Solve ${scenario.id}`);
    const answer = await answerScenario(before, resolveSettings(scenario), this.#pool.solve);
    const found = baseline.axes.regions.findIndex(({ code }) => code === city);
    const focus = found < 0 ? null : found;
    this.#progress.step("Share out among the levers");
    // Without a city in focus its two parts are of no interest: they stand in no result.
    const contributions = await contributeLevers(baseline, resolveSettings(scenario), focus ?? 0);
    const kept =
      unfinished !== undefined && terms && needsSolves(terms)
        ? keepDraws(unfinished, this.#nameDraws(scenario, terms))
        : undefined;
    const draws = terms && (await this.#draw(answer, terms, kept));
    const { id, label } = this.manifest;
    const result = makeResult({ scenario, release: { id, label }, command, answer, contributions, focus, draws });
    return {
      result,
      answer,
      quantities: this.quantitiesOf(baseline),
      contributions,
      focus,
      finish: () => kept?.remove(),
    };
  }

  /** What tells the draws of a scenario from all others; a longer series begins as a shorter one does. */
  #nameDraws({ base, levers }: Scenario, { seed, spreads }: DrawTerms): string {
    const from = [this.fingerprint, VERSION, JSON.stringify([base.year, levers, seed, spreads])];
    return createHash("sha256").update(from.join("\n")).digest("hex");
  }

  async #draw(answer: ScenarioAnswer, terms: DrawTerms, kept?: DrawsOnDisk): Promise<DrawSummary> {
    this.#progress.step(`Draw ${terms.draws} times${kept?.count ? `, ${kept.count} are there` : ""}`);
    const effects = needsSolves(terms)
      ? await drawTables(answer, terms, this.#pool.solve, this.#progress.update, kept)
      : await weighDraws(prepareDraws(answer), terms, this.#progress.update, this.#threads);
    const codes = answer.accounts.state.baseline.axes.regions.map(({ code }) => code);
    return summarizeEffects(effects, terms, codes);
  }

  /** End the threads. */
  close(): Promise<void> {
    return this.#pool.close();
  }
}
