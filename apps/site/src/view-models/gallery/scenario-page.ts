import type { ScenarioResult } from "@tributary/scenarios";
import { typeset } from "../../lib/format.ts";
import type { Lang } from "../../lib/lang.ts";
import type { DocumentView } from "../document.ts";
import { describeCertainty } from "./certainty.ts";
import { describeCities } from "./cities.ts";
import { tellResult } from "./context.ts";
import { describeFiles, describeWhat } from "./file.ts";
import { describeFocus } from "./focus.ts";
import { describeLedgers } from "./ledgers.ts";
import { describeLevers } from "./levers.ts";
import { describeClasses, describeProducers } from "./producers.ts";
import { describeRemarks } from "./remarks.ts";
import { describeTotals } from "./totals.ts";

/**
 * View model of a scenario's page.
 *
 * @param yaml The file of the scenario.
 */
export function makeScenarioView(result: ScenarioResult, yaml: string, lang: Lang): DocumentView {
  const context = tellResult(result, lang);
  const { title, description } = result.scenario;
  const told = typeset(description?.[lang] ?? "");
  return {
    title: title[lang],
    description: told || title[lang],
    lead: told,
    contents: context.words.contents,
    sections: [
      describeWhat(context),
      describeTotals(context),
      ...describeFocus(context),
      ...describeLevers(context),
      describeProducers(context),
      ...describeClasses(context),
      ...describeLedgers(context),
      ...describeCertainty(context),
      describeCities(context),
      describeRemarks(context),
      describeFiles(context, yaml),
    ],
  };
}
