import { accessSync, constants, existsSync } from "node:fs";
import { availableParallelism, freemem, totalmem } from "node:os";
import { join } from "node:path";
import { InputError } from "@tributary/core";
import type { Command } from "commander";
import { countOf } from "../count-of.ts";
import { EXIT } from "../exit-code.ts";
import { DEFAULT_PATHS, PROJECT, showPath } from "../paths.ts";
import { readFacts } from "../sources/facts/read-facts.ts";
import { encodeJson } from "../store/json.ts";
import { openResults } from "../store/results-reader.ts";
import type { Context } from "./context.ts";
import { addExamples } from "./examples.ts";
import { folderOption } from "./folder-option.ts";

type Finding = { id: string; status: "pass" | "warn" | "fail"; message: string };
interface Flags {
  facts: string;
  release: string;
  json?: boolean;
}

const GIB = 2 ** 30;
/** The run of two years peaks below this. */
const MEMORY_GIB = 2;

/** `tributary doctor`: is everything here that a build needs. */
export function addDoctor(program: Command, context: Context): void {
  const command = program
    .command("doctor")
    .summary("check this installation")
    .description("Check this installation: Node, memory, figures, release, pages.");
  addExamples(command, ["doctor", "doctor --json"]);
  command.addOption(folderOption("--facts <dir>", "public figures", DEFAULT_PATHS.facts));
  command.addOption(folderOption("--release <dir>", "release to look at", DEFAULT_PATHS.release));
  command.option("--json", "report as JSON");
  command.action((flags: Flags) => {
    const findings = examine(flags);
    if (findings.some(({ status }) => status === "fail")) context.exitCode = EXIT.validation;
    if (flags.json) context.output.data(encodeJson({ checks: findings }, 2));
    else
      for (const { id, status, message } of findings) context.output.data(`${status}  ${id.padEnd(8)}  ${message}\n`);
  });
}

function examine({ facts, release }: Flags): Finding[] {
  return [
    { id: "node", status: "pass", message: `${process.version} on ${process.platform}-${process.arch}` },
    examineMemory(),
    attempt("facts", "fail", () => {
      const { cities, sectors } = readFacts(facts);
      return `${cities.length} cities, ${sectors.length} sectors, two years`;
    }),
    attempt("release", "warn", () => {
      const { summary } = openResults(release);
      return `${summary.release.id}: ${countOf(summary.cities, "region")}, ${summary.years.join(" and ")}`;
    }),
    examineSite(),
    attempt("folder", "fail", () => {
      accessSync(PROJECT, constants.W_OK);
      return "can be written to";
    }),
  ];
}

function examineMemory(): Finding {
  const total = totalmem() / GIB;
  const message = `${total.toFixed(1)} GiB, ${(freemem() / GIB).toFixed(1)} free; ${availableParallelism()} threads`;
  return { id: "memory", status: total < MEMORY_GIB ? "warn" : "pass", message };
}

function examineSite(): Finding {
  const built = existsSync(join(DEFAULT_PATHS.dist, "index.html"));
  const message = built ? `built in ${showPath(DEFAULT_PATHS.dist)}` : 'not built; run "tributary site build"';
  return { id: "site", status: built ? "pass" : "warn", message };
}

function attempt(id: string, otherwise: "warn" | "fail", look: () => string): Finding {
  try {
    return { id, status: "pass", message: look() };
  } catch (error) {
    if (!(error instanceof InputError) && !(error instanceof Error && "syscall" in error)) throw error;
    return { id, status: otherwise, message: error.message };
  }
}
