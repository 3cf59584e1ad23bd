import { decodeModelFile, type ModelFile } from "./model-file.ts";

/**
 * Fetch and inflate a model file. It is stored compressed, so that it is small from any host.
 *
 * @throws {Error} If the file is not there or is no gzip.
 */
export async function loadModel(url: string): Promise<ModelFile> {
  const response = await fetch(url);
  if (!response.ok || response.body === null) throw new Error(`${url}: ${response.status}`);
  const inflated = new Response(response.body.pipeThrough(new DecompressionStream("gzip")));
  return decodeModelFile(new Uint8Array(await inflated.arrayBuffer()));
}
