import { catalogue } from "../../i18n/catalogue.ts";
import { emissionsFormat, share } from "../../lib/format.ts";
import { linkOf } from "../gallery/scenario-link.ts";
import { turnOf } from "../gallery/turn.ts";
import { type Figure, numberOf, type Section, sectionFiles, type Table } from "../page-parts.ts";
import { type CityContext, profilePath } from "./facts.ts";
import { sourceLine } from "./source.ts";

/** What the scenarios that move this city's footprint most would do to it; none without a gallery. */
export function describeWhatIf(context: CityContext): Section[] {
  const { city, scenarios, lang, name } = context;
  const [most] = scenarios;
  if (!most) return [];
  const { city: text } = catalogue(lang).gallery;
  const { before, after, scenario } = most;
  const percent = share(Math.abs(after.footprint / before.footprint - 1), lang);
  return [
    {
      id: "what-if",
      number: numberOf("what-if"),
      heading: text.heading,
      say: text.say(name, scenario.title[lang], turnOf(before.footprint, after.footprint), percent),
      links: scenarios.map((each) => ({
        text: text.open(each.scenario.title[lang]),
        path: `simulator/?city=${city.code}&s=${linkOf(each.scenario)}`,
      })),
      figures: [makeFigure(context)],
      table: makeTable(context),
      method: {
        formula: text.formula,
        inputs: text.inputs,
        command: scenarios
          .map(({ scenario: { id } }) => `npx tributary scenario run ${id} --city ${city.code}`)
          .join("\n"),
      },
      files: sectionFiles(profilePath(city), "what-if"),
      asides: [{ title: text.asideTitle, paragraphs: [text.aside] }],
    },
  ];
}

function makeFigure(context: CityContext): Figure {
  const { scenarios, country, lang } = context;
  const { city: text } = catalogue(lang).gallery;
  const rows = scenarios.map(({ scenario, before, after }) => ({
    label: scenario.title[lang],
    value: after.footprint - before.footprint,
    fill: "out" as const,
  }));
  const { unit } = emissionsFormat(
    rows.map(({ value }) => value),
    lang,
  );
  return {
    id: "what-if",
    caption: text.caption,
    note: text.note(unit, country.summary.years[1]),
    charts: [{ kind: "change-list", data: { title: text.caption, rows, total: null } }],
    source: sourceLine(context),
  };
}

function makeTable({ scenarios, country, lang }: CityContext): Table {
  const { city: text, page } = catalogue(lang).gallery;
  const [{ before }] = scenarios as [CityContext["scenarios"][number]];
  const format = emissionsFormat(
    scenarios.flatMap(({ after }) => [before.footprint, after.footprint, before.local]),
    lang,
  );
  const cells = ({ footprint, local, outsourced }: typeof before) => [footprint, local, outsourced].map(format.amount);
  return {
    summary: text.table,
    columns: [text.scenario(format.unit), text.footprint, page.local, page.outsourced],
    rows: [
      { head: text.base(country.summary.years[1]), cells: cells(before), focus: true },
      ...scenarios.map(({ scenario, after }) => ({
        head: scenario.title[lang],
        path: `scenarios/${scenario.id}/`,
        cells: cells(after),
      })),
    ],
  };
}
