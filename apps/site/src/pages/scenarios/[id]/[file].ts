import type { APIRoute } from "astro";
import { readGallery, readScenarioFile, SCENARIO_FILES } from "../../../lib/gallery.ts";

export const getStaticPaths = () =>
  readGallery().flatMap(({ scenario: { id } }) => SCENARIO_FILES.map((file) => ({ params: { id, file } })));

export const GET: APIRoute<object, { id: string; file: string }> = ({ params: { id, file } }) =>
  new Response(new Uint8Array(readScenarioFile(id, file)));
