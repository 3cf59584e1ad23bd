import type { APIRoute } from "astro";
import { listScenarioFiles, readGallery, readScenarioFile } from "../../../lib/gallery.ts";

export const getStaticPaths = () =>
  readGallery().flatMap((result) =>
    listScenarioFiles(result).map((file) => ({ params: { id: result.scenario.id, file } })),
  );

export const GET: APIRoute<object, { id: string; file: string }> = ({ params: { id, file } }) =>
  new Response(new Uint8Array(readScenarioFile(id, file)));
