import type { Lang } from "../lib/lang.ts";
import type { DocumentView } from "../view-models/document.ts";
import type { Figure } from "../view-models/page-parts.ts";
import { getAtlas } from "../view-models/release.ts";
import {
  getProvinces,
  getSectors,
  getTopicContext,
  listTopics,
  type TopicPart,
} from "../view-models/topics/get-topics.ts";
import { makeProvincesView } from "../view-models/topics/provinces-index.ts";
import { makeSectorsView } from "../view-models/topics/sectors-index.ts";
import type { TopicView } from "../view-models/topics/topic.ts";
import { makeTypesView } from "../view-models/topics/types-index.ts";
import { drawFigureFile } from "./figure-file.ts";

/** The folder of a page within its part. */
const idOf = (path: string): string => path.split("/")[1]!;

/** Paths of the pages of a part. */
export const listTopicPages = (part: TopicPart, lang: Lang) =>
  listTopics(part).map(({ path, tell }) => ({
    params: { id: idOf(path) },
    props: { view: tell(getTopicContext(lang)) },
  }));

/** What the list of a part prints. */
export function viewTopicList(part: TopicPart, lang: Lang): DocumentView {
  const context = getTopicContext(lang);
  if (part === "sectors") return makeSectorsView(getSectors(), context);
  return part === "provinces" ? makeProvincesView(getProvinces(), context) : makeTypesView(context);
}

/** Paths and texts of the data files of a part. */
export function listTopicFiles(part: TopicPart) {
  const { keys } = getTopicContext("en");
  return listTopics(part).flatMap(({ path, files }) =>
    files(keys).map(({ name, text }) => ({ params: { id: idOf(path), file: name }, props: { text } })),
  );
}

/** Figures of a page. */
const figuresOf = ({ sections }: TopicView) =>
  sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "figure" ? [block.figure] : [])));

/** Paths of the drawings of a part. */
export const listTopicDrawings = (part: TopicPart, lang: Lang) =>
  listTopics(part).flatMap(({ path, tell }) =>
    figuresOf(tell(getTopicContext(lang))).map((figure) => ({
      params: { id: idOf(path), figure: figure.id },
      props: { figure },
    })),
  );

/** A drawing as a file. */
export const drawTopicFigure = (figure: Figure, lang: Lang): string =>
  drawFigureFile(figure, getAtlas(lang), lang, 688);
