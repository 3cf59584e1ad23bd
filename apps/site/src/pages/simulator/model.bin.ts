import { gzipSync } from "node:zlib";
import { readManifest } from "../../lib/manifest.ts";
import { encodeModelFile } from "../../lib/simulator/model-file/model-file.ts";
import { readReleaseArrays } from "../../lib/simulator/model-file/read-release.ts";

/** The model that the simulator opens in the browser. */
export const GET = () => {
  const manifest = readManifest();
  return new Response(new Uint8Array(gzipSync(encodeModelFile(manifest, readReleaseArrays(manifest)), { level: 9 })));
};
