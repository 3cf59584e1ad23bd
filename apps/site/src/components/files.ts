import { readGallery } from "../lib/gallery.ts";
import type { Lang } from "../lib/lang.ts";
import { type CityView, makeCityView } from "../view-models/city.ts";
import { HASH_FILE, makeSectionFiles, writeHashes } from "../view-models/files/data-files.ts";
import { FILE_IDS } from "../view-models/page-parts.ts";
import { getAtlas, getCountry, getFacts } from "../view-models/release.ts";
import { drawCityCard, renderPng } from "./card-file.ts";
import type { FigureFile } from "./figure-file.ts";
import { drawFigureFile } from "./figure-file.ts";

const TYPES: Record<string, string> = {
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
  svg: "image/svg+xml",
};

/** A file as a response of its type; static builds write its body. */
export const respond = (name: string, body: string): Response =>
  new Response(body, { headers: { "Content-Type": TYPES[name.split(".").at(-1)!] ?? "text/plain" } });

/** Paths of the data files of all profiles. */
export function listDataFiles() {
  const names = [...FILE_IDS.flatMap((id) => [`${id}.csv`, `${id}.json`]), HASH_FILE];
  return getCountry().cities.flatMap(({ code, slug }) =>
    names.map((file) => ({ params: { place: slug, file }, props: { code } })),
  );
}

/**
 * Text of a data file of a profile.
 *
 * @throws {Error} If profiles have no such file.
 */
export function readDataFile(code: string, name: string): string {
  const files = makeSectionFiles(getFacts(code));
  if (name === HASH_FILE) return writeHashes(files);
  const file = files.find((candidate) => candidate.name === name);
  if (!file) throw new Error(`profiles have no file ${name}`);
  return file.text;
}

/** Drawings of a profile that has all of them. */
const FIGURES = [
  "river",
  "mitigation",
  "position",
  "accounts",
  "uses",
  "origins-map",
  "origins",
  "chains",
  "paths",
  "why",
  "partners",
  "peers",
  "what-if",
  "certainty",
  "certainty-range",
];

/**
 * Paths of the drawings of all profiles: a city without peers has no strips, a site without a gallery no scenarios, a
 * release without draws no shares of them.
 */
export function listDrawings() {
  const { cities, draws } = getCountry();
  const sizes = new Map<string, number>();
  for (const { type } of cities) sizes.set(type.group, (sizes.get(type.group) ?? 0) + 1);
  return cities.flatMap(({ code, slug, type }) =>
    FIGURES.filter((id) => id !== "peers" || sizes.get(type.group)! > 1)
      .filter((id) => id !== "what-if" || readGallery().length > 0)
      .filter((id) => id !== "certainty" || draws !== null)
      .map((figure) => ({
        params: { place: slug, figure },
        props: { code },
      })),
  );
}

function findFigure({ head, river, sections }: CityView, id: string): FigureFile | undefined {
  const figures = sections.flatMap((section) => section.figures);
  if (id !== "river") return figures.find((figure) => figure.id === id);
  return { id, caption: head.river.heading, source: figures[0]?.source ?? "", charts: [river] };
}

const views = new Map<string, CityView>();

/** The view whose drawings are being written; the last few are kept. */
function getView(code: string, lang: Lang): CityView {
  const key = `${lang}${code}`;
  const view = views.get(key) ?? makeCityView(getFacts(code), lang, getAtlas(lang), null);
  views.set(key, view);
  if (views.size > 16) views.delete(views.keys().next().value!);
  return view;
}

/**
 * A drawing of a profile as a file.
 *
 * @throws {Error} If the profile has no such figure.
 */
export function readDrawing(code: string, id: string, lang: Lang): string {
  const figure = findFigure(getView(code, lang), id);
  if (!figure) throw new Error(`${code}: no figure ${id}`);
  return drawFigureFile(figure, getAtlas(lang), lang, id === "river" ? 1120 : 688);
}

/** Paths of the previews of all profiles. */
export const listCards = () =>
  getCountry().cities.map(({ code, slug }) => ({ params: { place: slug }, props: { code } }));

/** The preview of a profile. */
export async function renderCard(code: string, lang: Lang): Promise<Response> {
  const png = await renderPng(drawCityCard(getView(code, lang), getAtlas(lang)));
  return new Response(png, { headers: { "Content-Type": "image/png" } });
}
