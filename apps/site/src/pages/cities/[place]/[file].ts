import type { APIRoute } from "astro";
import { listDataFiles, readDataFile, respond } from "../../../components/files.ts";

export const getStaticPaths = listDataFiles;

export const GET: APIRoute<{ code: string }, { file: string }> = ({ props, params }) =>
  respond(params.file, readDataFile(props.code, params.file));
