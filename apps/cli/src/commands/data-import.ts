import { resolve } from "node:path";
import { formatIssue, type Precision, parseMoneyUnit, type Reference, summarizeIssues } from "@tributary/core";
import { type Command, Option } from "commander";
import { countOf } from "../count-of.ts";
import { oneOf } from "../did-you-mean.ts";
import { showPath } from "../paths.ts";
import { createProgress } from "../progress.ts";
import { chooseSource } from "../sources/choose-source.ts";
import { chooseFormat, THOUSANDS } from "../sources/delimited/number-format.ts";
import { type ImportedTable, type ImportRequest, importTable } from "../sources/import-table.ts";
import { SOURCES } from "../sources/registry.ts";
import type { Part } from "../sources/tables/block.ts";
import { ORIENTATIONS, type Orientation } from "../sources/tables/table-source.ts";
import { checkReplaceable, checkWritable, type FolderTarget, writeFolder } from "../store/atomic-folder.ts";
import { writeDenseRelease } from "../store/dense-store.ts";
import { holdLock, lockOf } from "../store/hold-lock.ts";
import { encodeJson } from "../store/json.ts";
import { followLinks } from "../store/recover-folder.ts";
import { RELEASE } from "../store/release-store.ts";
import type { Context } from "./context.ts";
import { addExamples } from "./examples.ts";
import { folderOption } from "./folder-option.ts";
import { listFirst } from "./list-first.ts";
import {
  collect,
  parseAmount,
  parseCount,
  parseEncoding,
  parseParts,
  parseShare,
  parseThousands,
  parseYear,
} from "./option-parsers.ts";

const PRECISIONS = ["single", "double"] as const satisfies readonly Precision[];

interface Flags {
  profile?: string;
  year: number;
  as: Part[];
  out: string;
  id?: string;
  unit?: string;
  emissionsUnit?: string;
  stressor?: string[];
  regions?: string;
  sectors?: string;
  concordance?: string;
  deflators?: string;
  orientation?: Orientation;
  encoding: string;
  decimal?: "." | ",";
  thousands?: string;
  precision?: Precision;
  dense?: boolean;
  sheet?: string;
  gdp?: number;
  totalEmissions?: number;
  source?: string;
  replace?: boolean;
  tolerance?: number;
  strict?: boolean;
  dryRun?: boolean;
  maxErrors: number;
  json?: boolean;
}

/** `tributary data import`: somebody's table to a year of a release. */
export function addDataImport(parent: Command, context: Context): void {
  const text = "read a table into a release; again with the same --out to add a year, or emissions";
  const command = parent
    .command("import")
    .summary(text)
    .description(`${text}.`)
    .argument("<path...>", "files or folders");
  addExamples(command, [
    'data import Z.csv Y.csv F.csv --year 2017 --unit "10^4 CNY" --emissions-unit t --out releases/mine',
    'data import IOT_2017_pxp --profile pymrio --year 2017 --stressor "CO2 - combustion - air" --out releases/exiobase',
    "data import mrio.xlsx --profile ceads-provincial --year 2017 --out releases/provinces --dry-run",
  ]);
  const ids = SOURCES.map(({ id }) => id);
  command.addOption(
    new Option("--profile <id>", `layout: ${ids.join(", ")} (default: recognised)`).argParser(oneOf(ids)),
  );
  command.addOption(new Option("--year <year>", "year of the table").argParser(parseYear).makeOptionMandatory());
  command.addOption(folderOption("--out <dir>", "folder of the release").makeOptionMandatory());
  command.addOption(
    new Option("--as <parts>", "what each path is, such as Z,Y,emissions").argParser(parseParts).default([], ""),
  );
  command.option("--id <id>", "id of the release (default: name of its folder)");
  command.option("--unit <unit>", 'unit of the flows, where no file states it, such as "10^4 CNY"');
  command.option("--emissions-unit <unit>", "unit of the emissions, where no file states it, such as t");
  command.addOption(
    new Option("--stressor <name>", "stressors to keep (again for more; default: all)").argParser(collect),
  );
  command.option("--regions <file>", "CSV of the regions: code, name_en, name_zh, province, lon, lat, aliases");
  command.option("--sectors <file>", "CSV of the sectors: code, name_en, name_zh, group, industry, aliases");
  command.option("--concordance <file>", "CSV from the file's sectors to the release's: from, to");
  command.option("--deflators <file>", "CSV of prices of the year over those of the release's first: sector, index");
  command.addOption(
    new Option("--orientation <how>", `emissions without names: ${ORIENTATIONS.join(", ")}`).argParser(
      oneOf(ORIENTATIONS),
    ),
  );
  command.addOption(
    new Option("--encoding <name>", "encoding of text files, such as gb18030")
      .argParser(parseEncoding)
      .default("utf-8"),
  );
  command.addOption(
    new Option("--decimal <mark>", "mark before decimals in text files: . or ,").argParser(oneOf([".", ","] as const)),
  );
  command.addOption(
    new Option("--thousands <mark>", `mark between thousands in text files: ${Object.keys(THOUSANDS).join(" ")}`)
      .argParser(parseThousands)
      .default(undefined, "none"),
  );
  command.option("--sheet <name>", "sheet of a workbook");
  command.addOption(
    new Option("--precision <kind>", "how requirements are stored: double, or single in half the space")
      .argParser(oneOf(PRECISIONS))
      .default(undefined, "double; single above 4000 rows"),
  );
  command.option("--dense", "solve cell by cell even where the table is trade shares × technology");
  command.addOption(
    new Option("--gdp <total>", "published value added of all regions, unit of the release").argParser(parseAmount),
  );
  command.addOption(
    new Option("--total-emissions <total>", "published emissions of all regions, t").argParser(parseAmount),
  );
  command.option(
    "--source <file>",
    "YAML record of origin: producer, title, citation, url, date, licence, redistributable",
  );
  command.option("--replace", "emissions that the release has already give way to those of the files");
  command.addOption(
    new Option("--tolerance <share>", "how far rows of a rounded table may miss their output, such as 0.01")
      .argParser(parseShare)
      .default(undefined, "0.001"),
  );
  command.option("--strict", "warnings stop too");
  command.option("--dry-run", "read and check everything, write nothing");
  command.addOption(
    new Option("--max-errors <n>", "stop reading after so many problems").argParser(parseCount).default(1000),
  );
  command.option("--json", "report as JSON");
  command.action((paths: string[], flags: Flags) => runImport(paths, flags, context));
}

async function runImport(paths: string[], flags: Flags, { output }: Context): Promise<void> {
  const target = { path: resolve(flags.out), ...RELEASE };
  checkReplaceable(target);
  if (flags.dryRun) return importInto(target, paths, flags, output);
  checkWritable(target);
  const sayWaiting = (pid: string) =>
    output.message(`Waiting for another import into ${showPath(flags.out)} (process ${pid}) to end.`);
  await holdLock(lockOf(followLinks(target.path)), sayWaiting, () => importInto(target, paths, flags, output));
}

/** Read what the release holds, add the table, and write both: one import at a time, else the later one would lose the earlier. */
async function importInto(
  target: FolderTarget,
  paths: string[],
  flags: Flags,
  output: Context["output"],
): Promise<void> {
  const progress = createProgress(output);
  let block = "";
  const imported = await importTable(makeRequest(paths, target.path, flags), ({ name, part, columns }, rows) => {
    if (block !== name + part) progress.step(`Read ${part} from ${name}`);
    block = name + part;
    progress.update(rows, Math.max(rows, columns.length));
  });
  progress.step(flags.dryRun ? "Check" : "Check and write");
  if (!flags.dryRun) await writeFolder(target, (folder) => writeDenseRelease(folder, imported.release));
  progress.end();
  report(imported, flags, output);
}

function makeRequest(paths: readonly string[], folder: string, flags: Flags): ImportRequest {
  const { gdp, totalEmissions, stressor, source, profile, decimal, thousands, strict = false, ...rest } = flags;
  const totals: Reference = { ...(gdp && { valueAdded: gdp }), ...(totalEmissions && { emissions: totalEmissions }) };
  return {
    ...rest,
    numbers: chooseFormat(decimal, thousands),
    source: chooseSource(paths, profile, rest.as.length > 0),
    paths,
    folder,
    stressors: stressor,
    record: source,
    totals,
    strict,
    options: { ...flags },
  };
}

/** What a tolerance let through. */
function explainTolerance({ warnings, apart }: ImportedTable["completed"], tolerance: number): string {
  const rows = warnings.filter(({ code }) => code === "not-balanced").length;
  const missing = `${rows} ${rows === 1 ? "row misses its" : "rows miss their"} output by more than .1 %`;
  const share = (100 * apart).toPrecision(2);
  return `--tolerance ${tolerance}: ${rows === 0 ? "no row needs it" : missing}; output and uses are ${share} % of output apart in all.`;
}

function report(
  { read, completed, release, ignored, held, gone }: ImportedTable,
  flags: Flags,
  output: Context["output"],
): void {
  const { manifest } = release;
  const { warnings, derived, isFactored } = completed;
  const written = !flags.dryRun;
  const size = { regions: manifest.regions.length, sectors: manifest.sectors.length };
  const { stressors: names } = completed.table;
  const stressors = manifest.stressors.filter(({ name }) => names.includes(name));
  const kept = stressors.map((stressor) => `${stressor.name} [${stressor.unit}, ${stressor.kind}]`);
  if (flags.json) {
    const notes = {
      derived,
      madeOf: isFactored ? "shares-times-technology" : "cells",
      costs: read.costs,
      gone,
      ignored: ignored.map(showPath),
    };
    const { id, years, units } = manifest;
    const what = { id, year: flags.year, years, out: showPath(flags.out), written, ...size, units, stressors };
    output.data(encodeJson({ ...what, ...notes, warnings }, 2));
    return;
  }
  const lines = summarizeIssues(warnings, (warning) => `${output.colors.yellow("warning")} ${formatIssue(warning)}`);
  for (const line of lines) output.message(line);
  if (lines.length < warnings.length) output.message(`--json lists all ${warnings.length} warnings.`);
  if (flags.tolerance !== undefined) output.message(explainTolerance(completed, flags.tolerance));
  for (const { en } of manifest.limits.filter((limit) => limit.en.startsWith(`${flags.year}:`))) output.message(en);
  if (!held)
    output.message(
      "The size of the table was held against nothing: --gdp and --total-emissions state published totals.",
    );
  if (!parseMoneyUnit(manifest.units.flow))
    output.message(
      `The unit of money "${manifest.units.flow}" is not understood: no price can be set against this table. --unit "M EUR", "1000 USD" and the like are.`,
    );
  if (read.costs.length > 0) output.message(`Counted as costs, in value added: ${listFirst(read.costs)}.`);
  if (gone.length > 0)
    output.message(`The table takes the place of another of ${flags.year}; gone with it: ${listFirst(gone)}.`);
  if (ignored.length > 0) output.message(`Not part of the table: ${ignored.map(showPath).join(", ")}.`);
  output.message(
    `${written ? "Wrote" : "Would write"} ${flags.year} of ${manifest.id} to ${showPath(flags.out)}: ${countOf(size.regions, "region")} × ${countOf(size.sectors, "sector")}, flows in ${manifest.units.flow}, ${stressors.length === 0 ? "no emissions yet" : `stressors ${listFirst(kept)}`}.`,
  );
}
