import { QUANTITIES, type ScenarioResult } from "@tributary/scenarios";
import { emissions, emissionsFormat, share, shareChange } from "../../lib/format.ts";
import type { DocumentSection } from "../document.ts";
import { changeOf, type GalleryContext } from "./context.ts";
import { turnOf } from "./turn.ts";

/** Falls and rises shown in the figure. */
const SHOWN = { falls: 12, rises: 6 };

/** Cities with a change, largest first. */
export const sortByChange = ({ cities }: ScenarioResult): ScenarioResult["cities"] =>
  cities.toSorted((a, b) => Math.abs(changeOf(b, "footprint")) - Math.abs(changeOf(a, "footprint")));

/** Source of every figure: the data set, the release, its year and prices; and whether the run has intervals. */
export function sourceOf({ result, country, lang, words }: GalleryContext): string {
  const { source, sourceOther, noInterval } = words.page;
  const print = country.summary.release.kind === "open-estimate" ? source : sourceOther;
  const parts = [print(result.release.id, result.year), ...(result.draws ? [] : [noInterval])];
  return parts.join(lang === "zh" ? "" : " ");
}

/** What happens to all cities together, and to which of them most. */
export function describeTotals(context: GalleryContext): DocumentSection {
  const { result, lang, words } = context;
  const { before, after } = result.totals;
  const { page: text } = words;
  const turn = turnOf(before.footprint, after.footprint);
  const change = Math.abs(after.footprint / before.footprint - 1);
  const rising = result.cities.filter((city) => turnOf(city.before.footprint, city.after.footprint) === "rise").length;
  const format = emissionsFormat(
    QUANTITIES.flatMap((quantity) => [before[quantity], after[quantity]]),
    lang,
  );
  const changes = emissionsFormat(
    QUANTITIES.map((quantity) => after[quantity] - before[quantity]),
    lang,
  );
  const rows = QUANTITIES.map((quantity) => ({
    cells: [
      text.quantities[quantity],
      format.amount(before[quantity]),
      format.amount(after[quantity]),
      changes.change(after[quantity] - before[quantity]),
      shareChange(after[quantity] / before[quantity] - 1, lang, 2),
    ],
  }));
  const columns = [text.account(format.unit), text.before, text.after, `${text.change}, ${changes.unit}`, text.percent];
  return {
    id: "result",
    heading: text.result,
    blocks: [
      {
        kind: "text",
        text: text.say(
          turn,
          emissions(before.footprint, lang),
          emissions(after.footprint, lang),
          share(change, lang, 2),
          result.year,
        ),
      },
      { kind: "text", text: text.rising(rising) },
      ...describeSides(context),
      { kind: "table", table: { caption: text.totals, columns, numeric: [1, 2, 3, 4], rows } },
    ],
  };
}

function describeSides(context: GalleryContext): DocumentSection["blocks"] {
  const { result, lang, words, nameOf } = context;
  const sorted = sortByChange(result).filter((city) => turnOf(city.before.footprint, city.after.footprint) !== "same");
  const side = (sign: number, count: number) =>
    sorted.filter((city) => Math.sign(changeOf(city, "footprint")) === sign).slice(0, count);
  const shown = [...side(-1, SHOWN.falls), ...side(1, SHOWN.rises).reverse()];
  if (shown.length === 0) return [];
  const rows = shown.map((city) => ({
    name: nameOf(city.code),
    value: changeOf(city, "footprint"),
    own: city.code === result.focus?.city,
  }));
  const { unit } = emissionsFormat(
    rows.map(({ value }) => value),
    lang,
  );
  return [
    {
      kind: "figure",
      figure: {
        id: "cities",
        caption: words.page.sides,
        note: words.page.sidesNote(unit, result.year),
        charts: [{ kind: "change-sides", data: { title: words.page.sides, rows } }],
        source: sourceOf(context),
      },
    },
  ];
}
