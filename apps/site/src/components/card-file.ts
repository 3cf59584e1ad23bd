import { resolve } from "node:path";
import { renderAsync } from "@resvg/resvg-js";
import { type CardData, card } from "../charts/card.ts";
import { CARD_FONTS, listCardFonts, useCardFonts } from "../fonts/card-fonts.ts";
import { catalogue } from "../i18n/catalogue.ts";
import { releaseLabel } from "../lib/data.ts";
import { type Lang, otherLang } from "../lib/lang.ts";
import { parseRichText } from "../lib/rich-text.ts";
import type { Atlas } from "../view-models/chart-data.ts";
import type { CityView } from "../view-models/city.ts";
import type { HomeView } from "../view-models/home.ts";
import { drawChart } from "./draw.ts";

function frameOf(lang: Lang): Pick<CardData, "brand" | "badge"> {
  const { shell } = catalogue(lang);
  const { id, openEstimate } = releaseLabel();
  return {
    brand: shell.title(null),
    badge: [...(openEstimate ? [shell.badge] : []), ...(id === null ? [] : [id])].join(" · "),
  };
}

const plain = (text: string) =>
  parseRichText(text)
    .map((run) => run.text)
    .join("");

/** Preview of a profile: what it says first, and its river. */
export function drawCityCard({ head, river, lang }: CityView, atlas: Atlas): string {
  const svg = drawChart(river, atlas, { lang, width: 1060, id: "card" });
  const texts = { title: head.name, otherTitle: head.otherName, say: plain(head.verdict) };
  return card({ ...frameOf(lang), ...texts, drawing: { svg, x: 0, y: 184, width: 1160 } }, lang);
}

/** Preview of every other page: what the site says first, and the network of all cities. */
export function drawSiteCard({ network, sub, lang }: HomeView, atlas: Atlas): string {
  const svg = drawChart(network.chart, atlas, { lang, width: 640, id: "card" });
  const [title, otherTitle] = [catalogue(lang).shell.brand, catalogue(otherLang(lang)).shell.brand];
  return card({ ...frameOf(lang), title, otherTitle, say: sub, drawing: { svg, x: 480, y: 56, width: 680 } }, lang);
}

/**
 * Text as the renderer can set it: no font has joints and thin spaces, and none has the subscript two, which becomes a
 * smaller two below the line.
 */
const setText = (svg: string) =>
  svg
    .replace(/<(title|desc)\b[^>]*>[^<]*<\/\1>/g, "")
    .replace(/[\u2060\u200b]/g, "")
    .replace(/[\u202f\u2009]/g, " ")
    .replace(/₂([^<])?/g, (_, next?: string) => {
      const two = '<tspan dy=".18em" style="font-size:70%">2</tspan>';
      return next === undefined ? two : `${two}<tspan dy="-.126em">${next}</tspan>`;
    });

/** A drawing as PNG, in the fonts of the site. */
export async function renderPng(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const image = await renderAsync(useCardFonts(setText(svg)), {
    font: {
      loadSystemFonts: false,
      fontFiles: listCardFonts(resolve(CARD_FONTS)),
      defaultFontFamily: "Source Sans 3 ExtraLight",
    },
  });
  return new Uint8Array(image.asPng());
}
