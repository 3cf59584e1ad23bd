import { formatIssue } from "@tributary/core";
import { type Command, Option } from "commander";
import { countOf } from "../count-of.ts";
import { oneOf } from "../did-you-mean.ts";
import { EXIT } from "../exit-code.ts";
import { showPath } from "../paths.ts";
import { chooseSource } from "../sources/choose-source.ts";
import { readAxisFiles } from "../sources/import-table.ts";
import { IssueList } from "../sources/issue-list.ts";
import { SOURCES } from "../sources/registry.ts";
import type { Block, Part } from "../sources/tables/block.ts";
import { encodeJson } from "../store/json.ts";
import type { Context } from "./context.ts";
import { addExamples } from "./examples.ts";
import { parseEncoding, parseParts, parseYear } from "./option-parsers.ts";

interface Flags {
  profile?: string;
  as: Part[];
  year: number;
  regions?: string;
  sectors?: string;
  sheet?: string;
  encoding: string;
  json?: boolean;
}

/** `tributary data inspect`: what a file or folder holds, without reading its numbers. */
export function addDataInspect(parent: Command, context: Context): void {
  const text = "say what files hold and how they would be read";
  const command = parent
    .command("inspect")
    .summary(text)
    .description(`${text}.`)
    .argument("<path...>", "files or folders");
  addExamples(command, ["data inspect mrio.xlsx", "data inspect Eora26_2017 --year 2017 --json"]);
  const ids = SOURCES.map(({ id }) => id);
  command.addOption(
    new Option("--profile <id>", `layout: ${ids.join(", ")} (default: recognised)`).argParser(oneOf(ids)),
  );
  command.addOption(
    new Option("--as <parts>", "what each path is, such as Z,Y,emissions").argParser(parseParts).default([], ""),
  );
  command.addOption(
    new Option("--year <year>", "year, where files are named by it").argParser(parseYear).default(0, ""),
  );
  command.option("--regions <file>", "CSV of the regions, for files without names");
  command.option("--sectors <file>", "CSV of the sectors, for files without names");
  command.option("--sheet <name>", "sheet of a workbook");
  command.addOption(
    new Option("--encoding <name>", "encoding of text files").argParser(parseEncoding).default("utf-8"),
  );
  command.option("--json", "report as JSON");
  command.action((paths: string[], flags: Flags) => runInspect(paths, flags, context));
}

async function runInspect(paths: readonly string[], flags: Flags, context: Context): Promise<void> {
  const { output } = context;
  const issues = new IssueList();
  const source = chooseSource(paths, flags.profile, flags.as.length > 0);
  const { regions, sectors } = readAxisFiles(flags, issues);
  const codes = (axis: typeof regions | typeof sectors) => axis?.entries.map(({ code }) => code) ?? [];
  const axes = regions && sectors && { regions: codes(regions), sectors: codes(sectors) };
  const opened = await source.open(paths, { ...flags, axes, orientation: "regions-by-sectors" }, issues);
  const blocks = opened.blocks.map(describeBlock);
  opened.close();
  const problems = issues.sorted();
  if (flags.json)
    output.data(encodeJson({ profile: source.id, blocks, ignored: opened.ignored.map(showPath), problems }, 2));
  else {
    output.data(`${source.id}: ${source.summary}\n`);
    for (const { part, name, columns, regions: R, unit, first } of blocks)
      output.data(
        `${part}  ${name}  ${countOf(columns, "column")}${R > 0 ? ` of ${countOf(R, "region")}` : ""}, ${unit ?? "no one unit stated for all"}: ${first.join(", ")}\n`,
      );
    for (const path of opened.ignored) output.data(`not part of the table: ${showPath(path)}\n`);
    for (const problem of problems) output.message(`${output.colors.red("error")} ${formatIssue(problem)}`);
  }
  if (problems.length > 0) context.exitCode = EXIT.validation;
}

function describeBlock({ part, name, columns, unit }: Block) {
  const regions = new Set(columns.flatMap(({ region }) => region ?? [])).size;
  const first = columns.slice(0, 3).map(({ region, item }) => (region === null ? item : `${region}/${item}`));
  return { part, name, columns: columns.length, regions, unit, first };
}
