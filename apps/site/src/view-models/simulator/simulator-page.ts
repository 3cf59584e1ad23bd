import type { Manifest } from "@tributary/core";
import {
  LEVERS,
  type Lever,
  type LeverOption,
  type ScenarioResult,
  setEffort,
  type TableSector,
} from "@tributary/scenarios";
import { catalogue } from "../../i18n/catalogue.ts";
import { emissionsChange } from "../../lib/format.ts";
import { hashRelease } from "../../lib/hash-release.ts";
import type { Lang } from "../../lib/lang.ts";
import type { SimulatorData } from "../../lib/simulator/simulator-data.ts";
import { ANY_CITY, type LeverInfo, type OptionField } from "../../lib/simulator/state/lever-info.ts";
import { type Country, profilePath } from "../city/facts.ts";
import { changeOf, scenarioPath } from "../gallery/context.ts";
import { simulatorPath } from "../gallery/gallery-page.ts";

/** The city that the simulator opens with, where the table has it. */
const FIRST_CITY = "430100";

/** Everything the simulator's page prints before the model is open. */
export interface SimulatorPageView {
  lang: Lang;
  title: string;
  description: string;
  heading: string;
  lead: string;
  noScript: string;
  /** The worked scenarios: what each says and does, its page, and the simulator with its levers set. */
  gallery: { title: string; text: string; path: string; open: string }[];
  /** The data of the island, as text. */
  packed: string;
}

/** What the simulator knows of a release, and what tells its scenarios in words. */
export function makeSimulatorData({ cities, names, summary }: Country, manifest: Manifest, lang: Lang): SimulatorData {
  const provinces = new Map(cities.map(({ province }) => [province.code, province.name[lang]]));
  return {
    release: summary.release.id,
    hash: hashRelease(manifest),
    openEstimate: summary.release.kind === "open-estimate",
    year: summary.years[1],
    regions: cities.map((city) => ({
      code: city.code,
      name: names[lang].get(city.code)!,
      path: profilePath(city),
      province: city.province.code,
    })),
    provinces: [...provinces].map(([code, name]) => ({ code, name })),
    sectors: manifest.sectors.map(({ code, name, group }) => ({ code, name: name[lang], group })),
    levers: [...LEVERS.values()].map((lever) => describeLever(lever, lang, manifest.sectors)),
    city: cities.find(({ code }) => code === FIRST_CITY)?.code ?? cities[0]!.code,
  };
}

/** View model of the simulator's page. */
export function makeSimulatorPage(
  country: Country,
  manifest: Manifest,
  gallery: readonly ScenarioResult[],
  lang: Lang,
): SimulatorPageView {
  const { simulator: words } = catalogue(lang);
  return {
    lang,
    title: words.title,
    description: words.description(country.cities.length, manifest.sectors.length),
    heading: words.heading,
    lead: words.lead,
    noScript: words.noScript,
    gallery: gallery.map((result) => describeScenario(result, lang)),
    packed: JSON.stringify(makeSimulatorData(country, manifest, lang)),
  };
}

/** What the page knows of a lever. */
export function describeLever(lever: Lever, lang: Lang, sectors: readonly TableSector[]): LeverInfo {
  const { id, family, label, heldFixed, linear, effort } = lever;
  const presets = effort.presets.map((preset) => ({
    ...preset,
    label: preset.label[lang],
    source: preset.source[lang],
  }));
  const settings = setEffort(lever, lever.defaults(ANY_CITY, sectors), effort.neutral) as object;
  return {
    id,
    family,
    label: label[lang],
    heldFixed: heldFixed[lang],
    linear,
    effort: { ...effort, presets },
    options: (lever.options ?? []).map((option) => describeOption(option, lang)),
    atRest: { lever: id, ...settings },
  };
}

function describeOption(option: LeverOption, lang: Lang): OptionField {
  const label = option.label[lang];
  if (option.kind === "number") return { ...option, label, empty: option.empty?.[lang] };
  return { ...option, label, choices: option.choices.map((one) => ({ value: one.value, label: one.label[lang] })) };
}

function describeScenario(result: ScenarioResult, lang: Lang): SimulatorPageView["gallery"][number] {
  const { id, title, description } = result.scenario;
  const effect = catalogue(lang).simulator.gallery.effect(emissionsChange(changeOf(result.totals, "footprint"), lang));
  return {
    title: title[lang],
    text: [description?.[lang] ?? "", effect].join(lang === "zh" ? "" : " "),
    path: scenarioPath(id),
    open: simulatorPath(result),
  };
}
