import { parseHTML } from "linkedom";
import { expect } from "vitest";
import type { Lang } from "../lib/lang.ts";
import type { City, Origins } from "./geo.ts";
import { textSize } from "./marks.ts";
import { type Box, overlaps, textBox } from "./place.ts";

/** Every language and width in which a figure is drawn. */
export const SIZES: readonly { lang: Lang; width: number }[] = (["en", "zh"] as const).flatMap((lang) =>
  [688, 350].map((width) => ({ lang, width })),
);

/** Names of the cities, in their order. */
export const PLACES = {
  en: ["Changsha", "Xiangtan", "Zhuzhou", "Wuhan", "Ürümqi", "Sanya", "Suzhou, Jiangsu"],
  zh: ["长沙", "湘潭", "株洲", "武汉", "乌鲁木齐", "三亚", "苏州"],
};
const POSITIONS = [
  [112.94, 28.23],
  [112.94, 27.83],
  [113.13, 27.83],
  [114.31, 30.59],
  [87.62, 43.83],
  [109.51, 18.25],
  [120.58, 31.3],
] as const;

/** Seven cities from the far west to the far south. */
export const CITIES: City[] = POSITIONS.map(([lon, lat]) => ({ lon, lat }));

/** The footprint of one of them, t CO₂. */
export const originsOf = (
  lang: Lang,
  focus = 0,
  values = [8.9e6, 7.96e6, 6.3e6, 0.97e6, 0.03e6, 0.004e6, 0.5e6],
): Origins => ({
  cities: CITIES,
  focus,
  values,
  names: { ...PLACES[lang] },
  year: 2017,
});

interface Drawn {
  labels: { content: string; box: Box }[];
  element: Element;
}

/** Check that a drawing is well formed and without gaps, and read its labels with rough boxes. */
export function readDrawing(svg: string): Drawn {
  expect(svg).not.toMatch(/NaN|undefined|Infinity|null|-0[ ,"]|\d\.\d{4}/);
  const { document } = parseHTML(`<html><body>${svg}</body></html>`);
  const element = document.querySelector("svg")!;
  expect(element.querySelector("title")!.textContent).not.toBe("");
  for (const id of element.getAttribute("aria-labelledby")!.split(" "))
    expect(element.querySelector(`#${id}`)).toBeTruthy();
  const open = svg.match(/<(?!\/)[a-z]+(?=[ >])/g)!.length;
  const closed = svg.match(/<\/[a-z]+>|\/>/g)!.length;
  expect(closed).toBe(open);
  const labels = [...element.querySelectorAll("text")].map((label) => {
    const number = (name: string) => Number(label.getAttribute(name));
    const anchor = (label.getAttribute("text-anchor") ?? "start") as "start" | "middle" | "end";
    // A name in two lines is measured by its first.
    const content = (label.querySelector("tspan[dy]") ? label.firstChild! : label).textContent!;
    const classes = label.getAttribute("class") ?? "";
    const middle = number("y") - textSize(classes) * 0.34;
    return { content, box: textBox(number("x"), middle, content, classes, anchor) };
  });
  return { labels, element };
}

/** Pairs of labels whose boxes overlap. */
export const findOverlaps = ({ labels }: Drawn): string[] =>
  labels.flatMap(({ content, box }, i) =>
    labels.slice(0, i).flatMap((other) => (overlaps(box, other.box) ? [`${content} × ${other.content}`] : [])),
  );
