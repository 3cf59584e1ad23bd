import { resolve } from "node:path";
import { InputError } from "@tributary/core";
import { Argument, type Command, Option } from "commander";
import { oneOf } from "../did-you-mean.ts";
import { type LabelledMatrix, labelTable } from "../exports/labelled-matrix.ts";
import { listIamcAccounts } from "../exports/list-iamc.ts";
import { writePymrio } from "../exports/pymrio/write-pymrio.ts";
import { encodeLong, writeDelimited, writeNumpy } from "../exports/write-matrix.ts";
import { DEFAULT_PATHS, showPath } from "../paths.ts";
import { PARTS } from "../sources/tables/block.ts";
import { writeFileWhole, writeWith } from "../store/atomic-file.ts";
import { writeFolder } from "../store/atomic-folder.ts";
import { encodeJson } from "../store/json.ts";
import { readManifest } from "../store/manifest-reader.ts";
import { openModels } from "../store/open-model.ts";
import { openResults } from "../store/results-reader.ts";
import { encodeCsv } from "../store/table.ts";
import type { Context } from "./context.ts";
import { addExamples } from "./examples.ts";
import { folderOption } from "./folder-option.ts";
import { parseYear } from "./option-parsers.ts";

const FORMATS = ["csv", "parquet", "npy", "pymrio", "iamc"] as const;
type Format = (typeof FORMATS)[number];
/** A table; `system` is a whole year, `accounts` the results. */
const NAMES = [...PARTS, "system", "accounts"] as const;
type Name = (typeof NAMES)[number];

interface Flags {
  release: string;
  format: Format;
  out: string;
  year?: number;
  json?: boolean;
}

/** `tributary data export`: a table of a release for other programs. */
export function addDataExport(parent: Command, context: Context): void {
  const text = "write a table of a release for other programs";
  const command = parent.command("export").summary(text).description(`${text}.`);
  addExamples(command, [
    "data export Y --format csv --year 2017 --release releases/mine --out Y.csv",
    "data export system --format pymrio --year 2017 --release releases/mine --out mine-2017",
    "data export accounts --format iamc --out accounts.csv",
  ]);
  command.addArgument(new Argument("<table>", NAMES.join(", ")).argParser(oneOf(NAMES)));
  command.addOption(new Option("--format <format>", FORMATS.join(", ")).argParser(oneOf(FORMATS)).default("csv"));
  command.addOption(new Option("--year <year>", "year (default: the last)").argParser(parseYear));
  command.requiredOption("--out <path>", "file; of pymrio, a folder");
  command.addOption(folderOption("--release <dir>", "release to read", DEFAULT_PATHS.release));
  command.option("--json", "report as JSON");
  command.action((name: Name, flags: Flags) => runExport(name, flags, context));
}

async function runExport(name: Name, flags: Flags, { output }: Context): Promise<void> {
  const { format, release, out } = flags;
  if ((name === "accounts") !== (format === "iamc") || (name === "system") !== (format === "pymrio"))
    throw new InputError(
      "wrong-format",
      "accounts go with --format iamc, a system with pymrio, every other table with csv, parquet or npy.",
    );
  if (name === "accounts") writeAccounts(release, out);
  else await writeTable(name, flags);
  if (flags.json) output.data(encodeJson({ table: name, format, release: showPath(release), out: showPath(out) }, 2));
  output.message(`Wrote ${name} of ${showPath(release)} to ${showPath(out)}.`);
}

function writeAccounts(release: string, out: string): void {
  const { summary, cities, readStressors } = openResults(release);
  const rows = summary.stressors.length > 1 ? readStressors() : [];
  writeFileWhole(out, encodeCsv(listIamcAccounts(summary, cities, rows)));
}

async function writeTable(name: Exclude<Name, "accounts">, { release, format, out, year }: Flags): Promise<void> {
  const { manifest } = readManifest(release);
  const { id, years, units } = manifest;
  const wanted = year ?? years[years.length - 1];
  if (!years.includes(wanted))
    throw new InputError("unknown-year", `The release has ${years.join(" and ")}, not ${wanted}.`);
  const model = openModels(release, [wanted])(wanted);
  if (name === "system") {
    const target = { path: resolve(out), marker: "file_parameters.json", what: "folder of pymrio" };
    await writeFolder(target, (folder) => writePymrio(folder, model, { id, unit: units.flow }));
  } else writeWith(out, (path) => writeMatrix(path, labelTable(model, name, units.flow), format));
}

function writeMatrix(path: string, matrix: LabelledMatrix, format: Format): void {
  if (format === "csv") writeDelimited(path, matrix, ",");
  else if (format === "npy") writeNumpy(path, matrix);
  else writeFileWhole(path, encodeLong(matrix));
}
