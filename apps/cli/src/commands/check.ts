import {
  runAccounts,
  runStudy,
  summarizeAccounts,
  summarizeRun,
  type TableAccounts,
  type TableSummary,
} from "@tributary/core";
import type { Command } from "commander";
import { EXIT } from "../exit-code.ts";
import { DEFAULT_PATHS } from "../paths.ts";
import { createProgress, type Progress } from "../progress.ts";
import { encodeJson } from "../store/json.ts";
import { frameRelease, type OpenedRelease, readRelease } from "../store/release-reader.ts";
import { createSolvePool } from "../workers/solve-pool.ts";
import { type Finding, findInTables, findResiduals, formatFinding, toJson } from "./check-findings.ts";
import { COMPARISON_TITLE, type Comparison, compareWithStudy, formatComparison } from "./compare-with-study.ts";
import type { Context } from "./context.ts";
import { addExamples } from "./examples.ts";
import { folderOption } from "./folder-option.ts";
import { sayMadeOf } from "./say-made-of.ts";

interface Flags {
  release: string;
  strict?: boolean;
  json?: boolean;
}

/** `tributary check`: everything that ought to hold, held against the numbers. */
export function addCheck(program: Command, context: Context): void {
  const text = "check a release: identities, residuals, table diagnostics, comparison with the study";
  const command = program
    .command("check")
    .summary(text)
    .description(`${text}. Computes the results anew and writes nothing.`);
  addExamples(command, ["check", "check --json > checks.json"]);
  command.addOption(folderOption("--release <dir>", "release to check", DEFAULT_PATHS.release));
  command.option("--strict", "warnings fail too");
  command.option("--json", "report as JSON");
  command.action((flags: Flags) => runCheck(flags, context));
}

async function runCheck({ release, strict, json }: Flags, context: Context): Promise<void> {
  const { output } = context;
  const progress = createProgress(output);
  progress.step("Read the release");
  const opened = readRelease(release);
  sayMadeOf(opened.manifest, output);
  const { findings, comparisons } = await examine(opened, progress);
  progress.end();
  if (json)
    output.data(encodeJson({ checks: findings.map(toJson), comparison: { note: COMPARISON_TITLE, comparisons } }, 2));
  else {
    for (const finding of findings) output.data(`${formatFinding(finding)}\n`);
    output.data(formatComparison(comparisons));
  }
  const bad = findings.filter(({ status }) => status === "fail" || (strict && status === "warn")).length;
  const warned = findings.filter(({ status }) => status === "warn").length;
  output.message(`${findings.length} checks, ${bad} failed, ${warned} with warnings.`);
  if (bad > 0) context.exitCode = EXIT.validation;
}

interface Examined {
  findings: Finding[];
  comparisons: Comparison[];
}

async function examine(opened: OpenedRelease, progress: Progress): Promise<Examined> {
  const pool = createSolvePool();
  try {
    progress.step("Examine the tables");
    const tables = findInTables(opened);
    progress.step("Solve");
    const frame = frameRelease(opened);
    const { checks, summary } =
      frame.years.length === 1
        ? await runAccounts(frame, opened.release, pool.solve, progress.update).then(withSummary(summarizeAccounts))
        : await runStudy(frame, opened.release, pool.solve, progress.update).then(withSummary(summarizeRun));
    const made = opened.form === "factored" ? opened.manifest.checks : [];
    return {
      findings: [...made, ...tables, ...checks, ...findResiduals(summary)],
      comparisons: compareWithStudy(summary),
    };
  } finally {
    await pool.close();
  }
}

function withSummary<T extends TableAccounts>(summarize: (accounts: T) => TableSummary) {
  return (accounts: T) => ({ checks: accounts.checks, summary: summarize(accounts) });
}
