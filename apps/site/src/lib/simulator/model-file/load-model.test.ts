import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeManifest } from "../../../testing/make-manifest.ts";
import { makeRelease } from "../../../testing/make-release.ts";
import { makeResults } from "../../../testing/make-results.ts";
import { hashRelease } from "../../hash-release.ts";
import { loadModel } from "./load-model.ts";
import { encodeModelFile } from "./model-file.ts";

const { summary, cities } = makeResults(2);
const manifest = makeManifest(summary, cities);
const hash = hashRelease(manifest);
const file = gzipSync(encodeModelFile(manifest, makeRelease(manifest), hash));
/** Short where nothing comes; long where a busy computer may be slow, though less than the slow file takes, ms. */
const [SHORT, LONG] = [200, 1_500];

/** Whole, cut short, never begun, begun and never ended, slow, and none. */
let server: Server;
let root: string;
beforeAll(async () => {
  server = createServer(async ({ url }, response) => {
    if (url === "/silent") return;
    if (url === "/none") response.writeHead(404);
    if (url === "/whole") response.end(file);
    else if (url === "/cut") response.end(file.subarray(0, file.length / 2));
    else if (url === "/stalled") response.write(file.subarray(0, file.length / 2));
    else if (url === "/slow") {
      const part = Math.ceil(file.length / 8);
      for (let at = 0; at < file.length; at += part) {
        response.write(file.subarray(at, at + part));
        await new Promise((done) => setTimeout(done, LONG / 6));
      }
      response.end();
    } else response.end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test.each(["/whole", "/slow"])("%s: the model of the page's release is opened", async (path) => {
  expect((await loadModel(root + path, hash, LONG)).about).toMatchObject({ hash, id: manifest.id });
});

test.each([
  ["/silent", "silent"],
  ["/stalled", "silent"],
  ["/cut", "missing"],
  ["/none", "missing"],
  ["/empty", "missing"],
])("%s is refused as %s", async (path, code) => {
  const patience = code === "silent" ? SHORT : 30_000;
  await expect(loadModel(root + path, hash, patience)).rejects.toMatchObject({ code });
});

test("a model of another release than the page is not used", async () => {
  await expect(loadModel(`${root}/whole`, "0".repeat(16))).rejects.toMatchObject({ code: "other-release" });
});

test("any figure that changes makes another hash", () => {
  const [first, ...rest] = manifest.arrays;
  const arrays = [{ ...first!, sha256: "0".repeat(64) }, ...rest];
  expect(hashRelease({ ...manifest, arrays })).not.toBe(hash);
});
