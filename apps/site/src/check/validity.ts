import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { HtmlValidate, StaticConfigLoader } from "html-validate";
import { type Findings, isProfilePage, type SiteFacts } from "./site-facts.ts";

/** Profiles are printed by the same templates: one in so many is read, unless all are asked for. */
const EVERY = 20;

/** Problems listed of a page. */
const LISTED = 3;

/** Pages are valid HTML; a profile takes about a second. */
export async function checkValidity({ dist, pages }: SiteFacts, all: boolean): Promise<Findings> {
  const validator = new HtmlValidate(new StaticConfigLoader({ root: true, extends: ["html-validate:standard"] }));
  const files = [...pages.keys()].sort();
  const profiles = files.filter(isProfilePage).filter((_, i) => all || i % EVERY === 0);
  const read = [...files.filter((file) => !isProfilePage(file)), ...profiles];
  const problems: string[] = [];
  for (const file of read) {
    const { results } = await validator.validateString(await readFile(join(dist, file), "utf8"), file);
    const messages = results.flatMap((result) => result.messages);
    for (const { line, column, message, ruleId } of messages.slice(0, LISTED))
      problems.push(`${file}:${line}:${column}: ${message} [${ruleId}]`);
  }
  return { id: "HTML", looked: `${read.length} of ${files.length} pages`, problems };
}
