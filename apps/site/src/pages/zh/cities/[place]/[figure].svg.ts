import type { APIRoute } from "astro";
import { listDrawings, readDrawing, respond } from "../../../../components/files.ts";

export const getStaticPaths = listDrawings;

export const GET: APIRoute<{ code: string }, { figure: string }> = ({ props, params }) =>
  respond("figure.svg", readDrawing(props.code, params.figure, "zh"));
