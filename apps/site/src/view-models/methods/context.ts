import type { CitySummary, Manifest, RunSummary } from "@tributary/core";
import type { Catalogue } from "../../i18n/en.ts";
import type { RunCheck } from "../../lib/checks.ts";
import type { Lang } from "../../lib/lang.ts";

/** What the sections of the methods page are made from. */
export interface MethodsContext {
  lang: Lang;
  words: Catalogue["methods"];
  terms: Catalogue["terms"];
  example: Catalogue["example"];
  manifest: Manifest;
  summary: RunSummary;
  cities: readonly CitySummary[];
  runChecks: readonly RunCheck[];
  /** Cities on whose class the draws do not agree; null where none were made. */
  uncertain: number | null;
}
