import { gzipSync } from "node:zlib";
import { hashRelease } from "../../lib/hash-release.ts";
import { mayPublishTables, readManifest } from "../../lib/manifest.ts";
import { encodeModelFile } from "../../lib/simulator/model-file/model-file.ts";
import { readReleaseArrays } from "../../lib/simulator/model-file/read-release.ts";

/** The model is the table itself: it stays away where a licence does not allow to pass that on. */
export const getStaticPaths = () => (mayPublishTables() ? [{ params: { file: "model" } }] : []);

/** The model that the simulator opens in the browser. */
export const GET = () => {
  const manifest = readManifest();
  const file = encodeModelFile(manifest, readReleaseArrays(manifest), hashRelease(manifest));
  return new Response(new Uint8Array(gzipSync(file, { level: 9 })));
};
