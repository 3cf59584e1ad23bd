import type { ScenarioResult } from "@tributary/scenarios";
import { catalogue } from "../../i18n/catalogue.ts";
import { emissionsFormat, formatNumber, shareChange, typeset } from "../../lib/format.ts";
import type { Lang } from "../../lib/lang.ts";
import type { DocumentSection, DocumentView } from "../document.ts";
import { changeOf, leverNames, scenarioPath } from "./context.ts";
import { linkOf } from "./scenario-link.ts";

/** Cities whose class is another under a scenario. */
const countMoved = ({ cities }: ScenarioResult): number =>
  cities.filter((city) => city.class && city.class.before !== city.class.after).length;

/** Path of the simulator with a scenario set. */
export const simulatorPath = ({ scenario }: ScenarioResult): string => `simulator/?s=${linkOf(scenario)}`;

/** View model of the list of all scenarios. */
export function makeGalleryView(gallery: readonly ScenarioResult[], lang: Lang): DocumentView {
  const { gallery: words } = catalogue(lang);
  return {
    title: words.title,
    description: words.description(gallery.length),
    lead: gallery.length > 0 ? words.lead : words.none,
    contents: words.contents,
    sections:
      gallery.length > 0 ? [describeTable(gallery, lang), ...gallery.map((each) => describeEntry(each, lang))] : [],
  };
}

function describeTable(gallery: readonly ScenarioResult[], lang: Lang): DocumentSection {
  const { columns, table } = catalogue(lang).gallery;
  const format = emissionsFormat(
    gallery.map(({ totals }) => changeOf(totals, "footprint")),
    lang,
  );
  const rows = gallery.map((result) => {
    const { scenario, totals } = result;
    const print = (quantity: "footprint" | "production") =>
      `${format.change(changeOf(totals, quantity))} (${shareChange(changeOf(totals, quantity) / totals.before[quantity], lang, 2)})`;
    return {
      cells: [
        { text: scenario.title[lang], page: scenarioPath(scenario.id) },
        leverNames(result, lang).join(lang === "zh" ? "、" : ", "),
        print("footprint"),
        print("production"),
        formatNumber(countMoved(result), 0, lang),
      ],
    };
  });
  const unit = lang === "zh" ? `（${format.unit} CO₂）` : `, ${format.unit} CO₂`;
  const heads = [
    columns.scenario,
    columns.levers,
    columns.footprint + unit,
    columns.production + unit,
    columns.classes,
  ];
  return {
    id: "overview",
    heading: table,
    blocks: [{ kind: "table", table: { caption: table, columns: heads, numeric: [2, 3, 4], rows } }],
  };
}

function describeEntry(result: ScenarioResult, lang: Lang): DocumentSection {
  const { gallery: words } = catalogue(lang);
  const { id, title, description } = result.scenario;
  return {
    id,
    heading: title[lang],
    blocks: [
      ...(description ? [{ kind: "text" as const, text: typeset(description[lang]) }] : []),
      {
        kind: "links",
        links: [
          { text: words.page.resultOf(title[lang]), path: scenarioPath(id) },
          { text: words.city.open(title[lang]), path: simulatorPath(result) },
        ],
      },
    ],
  };
}
