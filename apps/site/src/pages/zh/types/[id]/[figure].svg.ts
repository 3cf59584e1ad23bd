import type { APIRoute } from "astro";
import { respond } from "../../../../components/files.ts";
import { drawTopicFigure, listTopicDrawings } from "../../../../components/topic-pages.ts";
import type { Figure } from "../../../../view-models/page-parts.ts";

export const getStaticPaths = () => listTopicDrawings("types", "zh");

export const GET: APIRoute<{ figure: Figure }> = ({ props }) =>
  respond("figure.svg", drawTopicFigure(props.figure, "zh"));
