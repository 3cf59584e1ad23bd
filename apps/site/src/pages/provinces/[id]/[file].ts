import type { APIRoute } from "astro";
import { respond } from "../../../components/files.ts";
import { listTopicFiles } from "../../../components/topic-pages.ts";

export const getStaticPaths = () => listTopicFiles("provinces");

export const GET: APIRoute<{ text: string }, { file: string }> = ({ props, params }) =>
  respond(params.file, props.text);
