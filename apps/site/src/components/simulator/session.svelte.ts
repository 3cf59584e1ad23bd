import type { LeverEntry, Text } from "@tributary/scenarios";
import { keepAddress } from "../../lib/follow-address.ts";
import type { Lang } from "../../lib/lang.ts";
import type { Form } from "../../lib/simulator/engine/desk.ts";
import type { GoalQuestion, GoalReport } from "../../lib/simulator/engine/goal.ts";
import { findFailure } from "../../lib/simulator/engine/model-failure.ts";
import type { Question } from "../../lib/simulator/engine/question.ts";
import type { Report } from "../../lib/simulator/engine/report.ts";
import { Refusal, type Refused, type Runner } from "../../lib/simulator/engine/runner.ts";
import { makeScheduler, type Scheduler } from "../../lib/simulator/engine/scheduler.ts";
import { findCity, openScenario, toScenario } from "../../lib/simulator/share/scenario.ts";
import type { SimulatorData } from "../../lib/simulator/simulator-data.ts";
import {
  listActive,
  listEnds,
  makeState,
  type SimulatorState,
  toQuestion,
} from "../../lib/simulator/state/simulator-state.ts";
import {
  beginUndo,
  pushState,
  replaceState,
  stepBack,
  stepForward,
  type Undo,
} from "../../lib/simulator/state/undo.ts";

/** What the page is used for. */
export const MODES = ["explore", "goal", "sensitivity", "compare"] as const;
export type Mode = (typeof MODES)[number];

/** How many scenarios can be set side by side. */
export const MOST_PINS = 4;

/** A scenario that was set aside to be compared. */
export interface Pin {
  /** One letter. */
  name: string;
  levers: LeverEntry[];
}

/** An answer and what it is the answer to. */
export interface Shown {
  question: Question;
  report: Report;
}

/** One visit: how the controls stand, what was undone, and the last answer. */
export class Session {
  readonly data: SimulatorData;
  #undo: Undo<SimulatorState> = $state.raw()!;
  /** Where the state stood when the control that is being moved was taken hold of. */
  #held: SimulatorState | null = null;
  #scheduler: Scheduler | undefined;
  #runner: Runner | undefined;
  mode: Mode = $state("explore");
  pins: Pin[] = $state.raw([]);
  shown: Shown | null = $state.raw(null);
  /** What came of the last question, where it could not be answered. */
  failure: unknown = $state.raw(null);
  live = $state(false);
  /** What to know about the link that was opened. */
  notices: readonly Text[] = $state.raw([]);
  /** Why the link in the address was not applied: the refusal of it, and of the city beside it. */
  refusedLink: Refused | null = $state.raw(null);
  unknownCity: string | null = $state.raw(null);

  constructor(data: SimulatorData) {
    this.data = data;
    this.#undo = beginUndo(makeState(data.levers, data.city));
  }

  get state(): SimulatorState {
    return this.#undo.present;
  }
  get canUndo(): boolean {
    return this.#undo.past.length > 0;
  }
  get canRedo(): boolean {
    return this.#undo.future.length > 0;
  }

  /** What is asked for the controls as they stand, in this mode. */
  get question(): Question {
    const { draws, ...question } = toQuestion(this.data.levers, this.state);
    if (this.mode === "sensitivity") return { ...question, variants: listEnds(this.data.levers, this.state) };
    if (this.mode === "compare") return { ...question, variants: this.pins.map(({ levers }) => levers) };
    return this.mode === "explore" && draws ? { ...question, draws } : question;
  }

  /** Begin with what the address says. A link that cannot be read is said, and nothing of it applied. */
  async start(runner: Runner, search: string): Promise<void> {
    this.#runner = runner;
    this.#scheduler = makeScheduler(runner, {
      show: (question, report) => {
        this.failure = null;
        this.shown = { question, report };
      },
      fail: (_, error) => {
        this.failure = error;
      },
    });
    const params = new URLSearchParams(search);
    const asked = params.get("city");
    const city = this.data.regions.find(({ code }) => code === asked)?.code;
    if (city === undefined) this.unknownCity = asked;
    this.#undo = beginUndo(makeState(this.data.levers, city ?? this.data.city));
    const link = params.get("s");
    if (link !== null) await this.#open(link, city);
    this.live = true;
    this.#ask(this.refusedLink === null && this.unknownCity === null);
  }

  async #open(link: string, city: string | undefined): Promise<void> {
    try {
      const { scenario, notices } = await this.#runner!.readLink(link);
      this.#undo = beginUndo(openScenario(this.data, scenario, city ?? findCity(scenario, this.data)));
      this.notices = notices;
    } catch (error) {
      const isRefused = error instanceof Refusal && error.refused.code !== "" && !findFailure(error.refused);
      if (isRefused) this.refusedLink = error.refused;
      else this.failure = error;
    }
  }

  /** As `Engine.seek`. @throws {Refusal} */
  seek(question: GoalQuestion, lang: Lang): Promise<GoalReport> {
    return this.#runner!.seek(JSON.parse(JSON.stringify(question)) as GoalQuestion, lang);
  }

  /** The scenario as it leaves the page. @throws {Refusal} As `Desk.write`. */
  write(form: Form): Promise<string> {
    return this.#runner!.write(form, toScenario(this.data, this.state));
  }

  /** The query of the address that brings the controls back. @throws {Refusal} `link-too-long`. */
  async writeQuery(): Promise<string> {
    const city = `?city=${this.state.city}`;
    return this.active.length === 0 ? city : `${city}&s=${await this.write("link")}`;
  }

  /** Take over a state; `done` where it is a step of its own, and not a control on its way. */
  go(next: SimulatorState, done = true): void {
    if (done) {
      const { past, future } = this.#undo;
      this.#undo = pushState({ past, future, present: this.#held ?? this.state }, next);
      this.#held = null;
    } else {
      this.#held ??= this.state;
      this.#undo = replaceState(this.#undo, next);
    }
    this.#ask(done);
  }

  undo(): void {
    this.#undo = stepBack(this.#undo);
    this.#ask();
  }

  redo(): void {
    this.#undo = stepForward(this.#undo);
    this.#ask();
  }

  enter(mode: Mode): void {
    this.mode = mode;
    this.#ask();
  }

  /** Set the scenario aside, under the first letter that is free. */
  pin(): void {
    const name = [..."ABCD"].find((letter) => this.pins.every((pin) => pin.name !== letter));
    if (name === undefined) return;
    const pin = { name, levers: toQuestion(this.data.levers, this.state).levers as LeverEntry[] };
    this.pins = [...this.pins, pin].sort((a, b) => a.name.localeCompare(b.name));
    this.#ask();
  }

  unpin(name: string): void {
    this.pins = this.pins.filter((pin) => pin.name !== name);
    this.#ask();
  }

  #ask(done = true): void {
    this.#scheduler?.set(this.question);
    if (done && this.live) this.#showAddress();
  }

  /** Keep the address in step, so that it can be passed on. A scenario too long for it can still be saved as a file. */
  async #showAddress(): Promise<void> {
    const { state } = this;
    const query = await this.writeQuery().catch(() => null);
    if (query !== null && state === this.state) keepAddress(query);
  }

  /** The levers that change something. */
  get active(): LeverEntry[] {
    return listActive(this.data.levers, this.state);
  }
}
