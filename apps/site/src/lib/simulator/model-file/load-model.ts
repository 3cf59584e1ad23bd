import { ModelFailure } from "../engine/model-failure.ts";
import { decodeModelFile, type ModelFile } from "./model-file.ts";

/** How long nothing may come of a file, ms. */
const PATIENCE = 30_000;

/**
 * Fetch and inflate a model file. It is stored compressed, so that it is small from any host.
 *
 * @param release Hash of the release that the page is of.
 * @throws {ModelFailure} `missing` if the file is not there or not whole, `silent` if nothing comes of it, `other-release` if
 *   it is of another one than the page.
 */
export async function loadModel(url: string, release: string, patience = PATIENCE): Promise<ModelFile> {
  const model = await fetchModel(url, patience);
  if (model.about.hash !== release) throw new ModelFailure("other-release", `${url} is of ${model.about.id}`);
  return model;
}

async function fetchModel(url: string, patience: number): Promise<ModelFile> {
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), patience);
  const heard = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, out) {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), patience);
      out.enqueue(chunk);
    },
  });
  try {
    const { ok, body, status } = await fetch(url, { signal: silence.signal });
    if (!ok || body === null) throw new Error(`${url}: ${status}`);
    const inflated = new Response(body.pipeThrough(heard).pipeThrough(new DecompressionStream("gzip")));
    return decodeModelFile(new Uint8Array(await inflated.arrayBuffer()));
  } catch (error) {
    throw new ModelFailure(silence.signal.aborted ? "silent" : "missing", String(error));
  } finally {
    clearTimeout(timer);
  }
}
