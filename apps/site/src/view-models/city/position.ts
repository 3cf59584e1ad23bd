import type { NearBorder } from "../../i18n/en/city/position.ts";
import { numberOf, type Section, sectionFiles } from "../page-parts.ts";
import { describeQuadrant } from "../quadrant.ts";
import { judgeClass } from "./certainty.ts";
import { type CityContext, profilePath } from "./facts.ts";
import { sourceLine } from "./source.ts";

/** Within a tenth of the larger part, or half a per cent of the footprint, from an axis or the diagonal counts as near. */
const NEAR = { part: 0.1, footprint: 0.005 };

/** The border of its class that a city is nearest to, if near at all: both axes are borders, between cuts the diagonal too. */
export function findNearBorder(local: number, outsourced: number, footprint: number): NearBorder {
  const near = Math.max(NEAR.part * Math.max(Math.abs(local), Math.abs(outsourced)), NEAR.footprint * footprint);
  const distances: [number, NearBorder][] = [
    [Math.abs(local), "vertical"],
    [Math.abs(outsourced), "horizontal"],
  ];
  if (local > 0 && outsourced > 0) distances.push([Math.abs(outsourced - local), "diagonal"]);
  const [distance, border] = distances.sort(([a], [b]) => a - b)[0]!;
  return distance <= near ? border : "clear";
}

/** Where the city is among the borders; nothing is called clear of them whose class the draws do not agree on. */
function tellBorder({ city, before, certainty }: CityContext): NearBorder {
  const { local, outsourced, class: published } = city.mitigation;
  const near = findNearBorder(local, outsourced, before.footprint);
  const agreement = judgeClass(published, certainty);
  return near === "clear" && (agreement === "uncertain" || agreement === "other") ? "unsaid" : near;
}

/** The quadrant of all cities. */
export function describePosition(context: CityContext): Section {
  const { city, country, peers, words, lang, name, certainty } = context;
  const text = words.position;
  const { class: mitigationClass, agreement } = city.mitigation;
  const near = tellBorder(context);
  const paragraphs = [text.definitions[mitigationClass], text.agreement(agreement.same, agreement.of)];
  if (near !== "clear" && near !== "unsaid" && mitigationClass !== "unclassified") paragraphs.push(text.near);
  const drawn = certainty && words.certainty.tenths(certainty.probabilities[mitigationClass]);
  return {
    id: "position",
    number: numberOf("position"),
    heading: text.heading(mitigationClass, near),
    say: [text.rule, text.where[mitigationClass](name)].join(lang === "zh" ? "" : " "),
    figures: [
      {
        id: "position",
        caption: text.caption(country.cities.length),
        note: text.captionNote(peers.length),
        charts: [describeQuadrant(country, lang, { focus: city.code, peers: peers.map(({ code }) => code) })],
        source: sourceLine(context),
      },
    ],
    method: { formula: text.formula, inputs: text.inputs, command: "npx tributary query class" },
    files: sectionFiles(profilePath(city), "position"),
    asides: [{ title: text.asideTitle, paragraphs: [...paragraphs, text.certainty(drawn)] }],
  };
}
