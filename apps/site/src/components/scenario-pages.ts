import type { ScenarioResult } from "@tributary/scenarios";
import { readGallery, readScenarioFile } from "../lib/gallery.ts";
import type { Lang } from "../lib/lang.ts";
import type { DocumentView } from "../view-models/document.ts";
import { makeScenarioView } from "../view-models/gallery/scenario-page.ts";

/** Paths of the pages of all scenarios. */
export const listScenarios = () =>
  readGallery().map((result) => ({ params: { id: result.scenario.id }, props: { result } }));

/** What the page of a scenario prints. */
export const viewScenario = (result: ScenarioResult, lang: Lang): DocumentView =>
  makeScenarioView(result, readScenarioFile(result.scenario.id, "scenario.yaml").toString(), lang);
