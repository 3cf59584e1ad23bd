import { dirname, resolve } from "node:path";
import { InputError } from "@tributary/core/errors";
import {
  checkScenarioFile,
  type NamedFile,
  type Path,
  resolveExtends,
  type Scenario,
  type ScenarioFile,
} from "@tributary/scenarios";
import { showPath } from "../../paths.ts";
import { IssueList, type Place } from "../issue-list.ts";
import { readText } from "../read-text.ts";
import { LocatedYaml, type Spot } from "./located-yaml.ts";

/** Characters: no scenario is a hundredth of it, and what is larger is some other file. */
const LARGEST = 1_000_000;

/** A scenario, complete with what it extends, and where its parts stand in its file. */
export interface ScenarioSource {
  scenario: Scenario;
  /** The place of a value, or of a word inside it; what is inherited stands at `extends`. */
  place(path: Path, word?: string): Place;
}

/**
 * Read a scenario file, YAML or JSON, and what it extends.
 *
 * @throws {InputError} `no-scenario` where there is no file; `bad-scenario` with every problem of it and of the files
 *   that it extends, at line and column.
 */
export function readScenario(path: string): ScenarioSource {
  const issues = new IssueList();
  const source = collectScenario(path, issues);
  issues.refuse("bad-scenario", "The scenario cannot be used");
  return source!;
}

/** Read a scenario as `readScenario`, adding its problems to those of others; null where there are any. */
export function collectScenario(path: string, issues: IssueList): ScenarioSource | null {
  const start = openFile(showPath(path), issues);
  if (!start) return null;
  try {
    const scenario = resolveExtends(start, (reference, from) => {
      const next = openFile(showPath(resolve(dirname(from), reference)), issues);
      if (next) return next;
      throw new InputError("bad-extends", `"${reference}", which ${from} extends, cannot be used`);
    });
    return { scenario, place: (at, word) => findPlace(start, scenario, at, word) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { code, message } = error;
    issues.error({ file: start.name, ...asPlace(start.yaml.locate(["extends"])) }, { code, message });
    return null;
  }
}

/** A scenario file before what it extends is added. */
type OpenedFile = NamedFile & { yaml: LocatedYaml };

function openFile(name: string, issues: IssueList): OpenedFile | null {
  const yaml = new LocatedYaml(readSmall(name));
  const place = (spot: Spot): Place => ({ file: name, ...asPlace(spot) });
  for (const { message, ...spot } of yaml.problems)
    issues.error(place(spot), { code: "not-yaml", message, hint: adviseOnYaml(message) });
  if (yaml.problems.length > 0) return null;
  if (yaml.value === null) {
    const hint = "tributary scenario new writes a file to begin with";
    issues.error({ file: name, line: 1 }, { code: "empty-file", message: "holds no scenario", hint });
    return null;
  }
  const checked = checkScenarioFile(yaml.value);
  if ("value" in checked) return { name, yaml, file: checked.value };
  for (const { path, code, text, hint } of checked.problems)
    issues.error(place(yaml.locate(path)), { code, message: text.en, hint: hint?.en });
  return null;
}

/** What to do about a text that is no YAML. */
function adviseOnYaml(message: string): string {
  if (/alias/i.test(message)) return "write the values out in place of aliases";
  if (/unique/i.test(message)) return "one of the two has to go";
  return "what belongs together begins in the same column; see docs/scenario-files.md";
}

function readSmall(name: string): string {
  const text = readText(name, "no-scenario", "scenario file");
  if (text.length <= LARGEST) return text;
  throw new InputError("no-scenario", `${name} has ${text.length} characters; no scenario has more than ${LARGEST}.`);
}

function findPlace({ name, yaml, file }: OpenedFile, scenario: Scenario, path: Path, word?: string): Place {
  const own = locateOwn(file, scenario, path);
  return { file: name, ...asPlace(word === undefined ? yaml.locate(own) : yaml.locateWord(own, word)) };
}

/** The path of a part in its own file: inherited levers come first and stand elsewhere, as all that it leaves out. */
function locateOwn(file: ScenarioFile, { levers }: Scenario, path: Path): Path {
  const [key, at, ...rest] = path;
  if (file.extends === undefined) return path;
  if (key !== "levers" || typeof at !== "number") return key in file ? path : ["extends"];
  const own = at - (levers.length - file.levers.length);
  return own < 0 ? ["extends"] : [key, own, ...rest];
}

function asPlace({ line, column }: Spot): Pick<Place, "line" | "column"> {
  return { line, column: String(column) };
}
