import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { InputError } from "@tributary/core";
import type { Command } from "commander";
import { EXIT } from "../exit-code.ts";
import { DEFAULT_PATHS, showPath } from "../paths.ts";
import { encodeJson } from "../store/json.ts";
import type { Context } from "./context.ts";
import { addExamples } from "./examples.ts";
import { folderOption } from "./folder-option.ts";
import { runSiteScript } from "./site-script.ts";

interface Flags {
  dir: string;
  all?: boolean;
  json?: boolean;
}

/** What the site's own check says of one kind of problem. */
interface Findings {
  id: string;
  looked: string;
  problems: string[];
}

/** Problems listed of one kind. */
const LISTED = 20;

/** `tributary site check`: everything that ought to hold of the built pages. */
export function addSiteCheck(parent: Command, context: Context): void {
  const text = "check the built pages: links, translations, HTML, sizes, fonts, third parties";
  const command = parent.command("check").summary(text).description(`${text}. Changes nothing.`);
  addExamples(command, ["site check", "site check --dir public --all"]);
  command.addOption(folderOption("--dir <dir>", "folder of the pages", DEFAULT_PATHS.dist));
  command.option("--all", "validate the HTML of every profile, about a second each, not of every twentieth");
  command.option("--json", "report as JSON");
  command.action((flags: Flags) => checkSite(flags, context));
}

async function checkSite({ dir, all, json }: Flags, context: Context): Promise<void> {
  const { output } = context;
  const folder = resolve(dir);
  if (!existsSync(join(folder, "index.html")))
    throw new InputError("no-site", `There are no pages in ${showPath(folder)}. Run "tributary site build" first.`);
  const printed = await runSiteScript("check.ts", ["--dir", folder, ...(all ? ["--all"] : [])], output);
  const findings: Findings[] = JSON.parse(printed);
  output.data(json ? encodeJson({ checks: findings }, 2) : findings.map(formatFindings).join(""));
  const failed = findings.filter(({ problems }) => problems.length > 0).length;
  output.message(`${findings.length} checks, ${failed} failed.`);
  if (failed > 0) context.exitCode = EXIT.validation;
}

function formatFindings({ id, looked, problems }: Findings): string {
  const rest = problems.length - LISTED;
  const lines = problems.slice(0, LISTED).map((problem) => `      ${problem}\n`);
  const more = rest > 0 ? `      and ${rest} more\n` : "";
  return `${problems.length === 0 ? "pass" : "FAIL"}  ${id}: ${looked}\n${lines.join("")}${more}`;
}
