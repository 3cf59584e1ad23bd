import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runMain } from "../run-main.ts";
import { startServer } from "./site-serve.ts";

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "tributary-site-"));
  mkdirSync(join(dir, "zh/404"), { recursive: true });
  for (const file of [
    "index.html",
    "zh/index.html",
    "404.html",
    "zh/404/index.html",
    "data.csv",
    "data.json",
    "a.npy",
    "a.parquet",
    "x.svg",
  ])
    writeFileSync(join(dir, file), file);
});
afterAll(() => rmSync(dir, { recursive: true }));

test("serves pages and data with their types, and a page of its own for what is missing", async () => {
  const server = await startServer({ dir, port: 0, host: "127.0.0.1" });
  const { port } = server.address() as AddressInfo;
  const get = async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`);
    return [response.status, response.headers.get("content-type"), await response.text()];
  };
  expect(await get("/")).toEqual([200, "text/html; charset=utf-8", "index.html"]);
  expect(await get("/zh/")).toEqual([200, "text/html; charset=utf-8", "zh/index.html"]);
  expect(await get("/data.csv")).toEqual([200, "text/csv", "data.csv"]);
  expect(await get("/data.json")).toEqual([200, "application/json", "data.json"]);
  expect(await get("/x.svg")).toEqual([200, "image/svg+xml", "x.svg"]);
  expect(await get("/a.npy")).toEqual([200, "application/octet-stream", "a.npy"]);
  expect(await get("/a.parquet")).toEqual([200, "application/vnd.apache.parquet", "a.parquet"]);
  expect(await get("/nowhere/")).toEqual([404, "text/html; charset=utf-8", "404.html"]);
  expect(await get("/zh/nowhere/")).toEqual([404, "text/html; charset=utf-8", "zh/404/index.html"]);
  expect(await get("/de/nowhere/")).toEqual([404, "text/html; charset=utf-8", "404.html"]);
  expect(await get("/../../etc/passwd")).toEqual([404, "text/html; charset=utf-8", "404.html"]);
  const { headers } = await fetch(`http://127.0.0.1:${port}/`);
  expect(headers.get("content-security-policy")).toBe("frame-ancestors 'self'");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  server.close();
});

test("a busy port is named, with another to try, exit 2", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as AddressInfo;
  const { code, stdout, stderr } = await runMain("site", "serve", "--dir", dir, "--port", String(port));
  expect(stderr).toBe(`error Port ${port} is in use. Choose another, such as --port ${port + 1}.\n`);
  expect(stdout).toBe("");
  expect(code).toBe(2);
  other.close();
});

test.each([
  [["--dir", "/nowhere"], 'There are no pages in /nowhere. Run "tributary site build" first.'],
  [["--port", "70000"], "A port is a whole number from 0 to 65535."],
])("%j is refused, exit 2", async (flags, message) => {
  const { code, stderr } = await runMain("site", "serve", ...flags);
  expect(stderr).toContain(message);
  expect(code).toBe(2);
});

test("prints the address on stdout and ends with 130 on an interrupt", async () => {
  const command = join(import.meta.dirname, "../../bin/tributary.js");
  const child = spawn(process.execPath, [command, "site", "serve", "--dir", dir, "--port", "0"]);
  const [said] = await once(child.stdout, "data");
  const url = String(said).trim();
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  expect(await (await fetch(url)).text()).toBe("index.html");
  child.kill("SIGINT");
  expect(await once(child, "exit")).toEqual([130, null]);
});
