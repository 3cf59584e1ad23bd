import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { get, request, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { serveFolder } from "./serve-folder.ts";

const LARGE = 8_000_000;

let parent: string;
let folder: string;
let server: Server;
let port: number;
beforeEach(async () => {
  parent = mkdtempSync(join(tmpdir(), "tributary-serve-"));
  folder = join(parent, "site");
  mkdirSync(folder);
  writeFileSync(join(folder, "index.html"), "index");
  writeFileSync(join(folder, "ten.txt"), "0123456789");
  writeFileSync(join(folder, "large.bin"), new Uint8Array(LARGE));
  await serve();
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
  rmSync(parent, { recursive: true });
});

async function serve(patience?: number): Promise<void> {
  server?.close();
  server = serveFolder(folder, patience).listen(0, "127.0.0.1");
  await once(server, "listening");
  ({ port } = server.address() as AddressInfo);
}

/** Ask as no browser would: the path is sent as it is. */
function ask(path: string, headers: Record<string, string> = {}, method = "GET") {
  return new Promise<{ status: number; headers: Record<string, unknown>; text: string }>((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, path, method, headers: { connection: "close", ...headers } });
    sent.on("error", reject).on("response", async (response) => {
      const parts: Buffer[] = [];
      try {
        for await (const part of response) parts.push(part);
        resolve({
          status: response.statusCode!,
          headers: response.headers,
          text: Buffer.concat(parts).toString("latin1"),
        });
      } catch (error) {
        reject(error);
      }
    });
    sent.end();
  });
}

const stillServes = async () => expect((await ask("/")).text).toBe("index");

test.each([
  ["bytes=0-0", 206, "0", "bytes 0-0/10"],
  ["bytes=-5", 206, "56789", "bytes 5-9/10"],
  ["bytes=7-", 206, "789", "bytes 7-9/10"],
  ["bytes=5-99", 206, "56789", "bytes 5-9/10"],
  ["bytes=5-2", 416, "", "bytes */10"],
  ["bytes=10-", 416, "", "bytes */10"],
  ["bytes=0-1,3-4", 200, "0123456789", undefined],
])("range %s is answered with %i and these bytes", async (range, status, text, content) => {
  const answer = await ask("/ten.txt", { range });
  expect([answer.status, answer.text, answer.headers["content-range"]]).toEqual([status, text, content]);
  expect(Number(answer.headers["content-length"] ?? 0)).toBe(text.length);
  await stillServes();
});

test("HEAD says what GET would, without a range and without bytes", async () => {
  for (const range of ["bytes=0-0", "bytes=5-2", "bytes=-5"]) {
    const answer = await ask("/ten.txt", { range }, "HEAD");
    expect([answer.status, answer.headers["content-length"], answer.text]).toEqual([200, "10", ""]);
  }
});

test("a part is only sent of the file that its first part came from", async () => {
  const modified = String((await ask("/ten.txt")).headers["last-modified"]);
  expect((await ask("/ten.txt", { range: "bytes=1-2", "if-range": modified })).text).toBe("12");
  expect((await ask("/ten.txt", { range: "bytes=1-2", "if-range": '"other"' })).text).toBe("0123456789");
});

test("other methods are refused", async () => {
  const answer = await ask("/", {}, "POST");
  expect([answer.status, answer.headers.allow]).toEqual([405, "GET, HEAD"]);
});

/** Files of the folder that this process holds open. */
const listOpen = () =>
  readdirSync("/proc/self/fd").flatMap((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`).startsWith(parent) ? [fd] : [];
    } catch {
      return [];
    }
  });

test.runIf(existsSync("/proc/self/fd"))("files of aborted downloads are closed", { timeout: 20_000 }, async () => {
  const abort = () =>
    new Promise<void>((done) => {
      const sent = get({ host: "127.0.0.1", port, path: "/large.bin", agent: false });
      sent.on("response", (response) => response.once("data", () => sent.destroy()));
      sent.on("close", done).on("error", () => {});
    });
  const abortAtOnce = () =>
    new Promise<void>((done) => {
      const sent = get({ host: "127.0.0.1", port, path: "/large.bin", agent: false });
      sent.on("socket", (socket) => socket.on("connect", () => setImmediate(() => sent.destroy())));
      sent.on("close", done).on("error", () => {});
    });
  for (let round = 0; round < 10; round++)
    await Promise.all(Array.from({ length: 20 }, (_, i) => (i % 2 ? abort() : abortAtOnce())));
  await vi.waitFor(() => expect(listOpen()).toEqual([]), 5_000);
  await stillServes();
});

test("links out of the folder, dots and devices are not followed; links inside are", async () => {
  writeFileSync(join(parent, "secret.txt"), "secret");
  symlinkSync(join(parent, "secret.txt"), join(folder, "out.txt"));
  symlinkSync(parent, join(folder, "up"));
  symlinkSync("/dev/zero", join(folder, "zero"));
  symlinkSync("ten.txt", join(folder, "in.txt"));
  symlinkSync("loop", join(folder, "loop"));
  for (const path of [
    "/out.txt",
    "/up/secret.txt",
    "/zero",
    "/loop",
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/%00",
    "/%zz",
    "/ten.txt/",
    "/ten.txt/x",
    `/${"a".repeat(5000)}`,
  ])
    expect([path, (await ask(path)).status]).toEqual([path, 404]);
  expect((await ask("/in.txt")).text).toBe("0123456789");
  await stillServes();
});

test("a folder that goes and comes, replaced by another, is served as it is", async () => {
  renameSync(folder, join(parent, "old"));
  expect((await ask("/")).status).toBe(404);
  mkdirSync(folder);
  writeFileSync(join(folder, "index.html"), "rebuilt");
  expect((await ask("/")).text).toBe("rebuilt");
  rmSync(join(parent, "old"), { recursive: true });
});

test("files that come and go while they are asked for end no server", { timeout: 20_000 }, async () => {
  const file = join(folder, "flicker.txt");
  let going = true;
  const flicker = (async () => {
    while (going) {
      writeFileSync(file, "here");
      await pause(0);
      rmSync(file);
      await pause(0);
    }
  })();
  const answers = await Promise.all(Array.from({ length: 200 }, () => ask("/flicker.txt")));
  going = false;
  await flicker;
  expect(answers.filter(({ status }) => status !== 200 && status !== 404)).toEqual([]);
  await stillServes();
});

test("a file that becomes shorter ends its download, and no other", async () => {
  const cut = new Promise((resolve) => {
    const sent = get({ host: "127.0.0.1", port, path: "/large.bin", agent: false });
    sent.on("response", (response) => {
      response.once("readable", () => {
        truncateSync(join(folder, "large.bin"), 100);
        response.resume();
      });
      response.on("error", resolve).on("end", () => resolve("whole"));
    });
  });
  expect(await cut).toMatchObject({ code: "ECONNRESET" });
  await stillServes();
});

test("a client that takes nothing, and one that says nothing, are left after a while", {
  timeout: 10_000,
}, async () => {
  await serve(300);
  const slow = connect(port, "127.0.0.1").on("error", () => {});
  slow.write("GET /large.bin HTTP/1.1\r\nHost: x\r\n\r\n");
  slow.pause();
  const silent = connect(port, "127.0.0.1").on("error", () => {});
  silent.write("GET / HT");
  const count = () => new Promise((resolve) => server.getConnections((_, connections) => resolve(connections)));
  await vi.waitFor(async () => expect(await count()).toBe(2));
  await vi.waitFor(async () => expect(await count()).toBe(0), 5_000);
  slow.destroy();
  silent.destroy();
  await stillServes();
});
