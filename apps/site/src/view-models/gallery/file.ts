import { getEffort, LEVERS } from "@tributary/scenarios";
import { catalogue } from "../../i18n/catalogue.ts";
import { listScenarioFiles } from "../../lib/gallery.ts";
import { readManifest } from "../../lib/manifest.ts";
import type { DocumentSection } from "../document.ts";
import { describeOptions } from "../simulator/describe-options.ts";
import { describeSettings } from "../simulator/describe-settings.ts";
import { printEffort } from "../simulator/print-effort.ts";
import { describeLever, makeSimulatorData } from "../simulator/simulator-page.ts";
import { type GalleryContext, scenarioPath } from "./context.ts";
import { simulatorPath } from "./gallery-page.ts";

/** What the scenario says: its levers, where they act, what they hold fixed. */
export function describeWhat({ result, lang, words, country }: GalleryContext): DocumentSection {
  const { simulator, terms } = catalogue(lang);
  const context = { data: makeSimulatorData(country, readManifest(), lang), words: simulator, terms, lang };
  const levers = result.scenario.levers.map((entry) => {
    const lever = LEVERS.get(entry.lever)!;
    const level = printEffort(lever.effort, getEffort(lever, entry), lang);
    const info = describeLever(lever, lang, readManifest().sectors);
    const lines = [level, ...describeSettings(entry, context), ...describeOptions(entry, info, context)];
    const where = `${words.page.where(lines)}${lang === "zh" ? "。" : "."}`;
    return {
      term: lever.label[lang],
      text: `${where} {em|${words.page.held}${lang === "zh" ? "：" : ": "}${lever.heldFixed[lang]}}`,
    };
  });
  return {
    id: "what",
    heading: words.page.what,
    blocks: [
      { kind: "terms", terms: levers },
      { kind: "links", links: [{ text: words.open, path: simulatorPath(result) }] },
    ],
  };
}

/** The file of the scenario, the command that prints the same, and the results as files. */
export function describeFiles({ result, words }: GalleryContext, yaml: string): DocumentSection {
  const { page: text } = words;
  const { id } = result.scenario;
  return {
    id: "again",
    heading: text.again,
    blocks: [
      { kind: "text", text: text.againSay },
      { kind: "code", lines: [`npx ${result.command}`] },
      { kind: "code", lines: yaml.trimEnd().split("\n") },
      {
        kind: "links",
        links: listScenarioFiles(result).map((name) => ({
          text: name,
          path: scenarioPath(id) + name,
          file: true as const,
        })),
      },
    ],
  };
}
