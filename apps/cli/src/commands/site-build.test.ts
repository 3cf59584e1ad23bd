import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runMain } from "../run-main.ts";
import { writeResultsFixture } from "./results-fixture.ts";

let release: string;
let folder: string;
beforeAll(() => {
  release = writeResultsFixture();
  folder = mkdtempSync(join(tmpdir(), "tributary-dist-"));
});
afterAll(() => {
  for (const path of [release, folder]) rmSync(path, { recursive: true });
});

test("a dry run checks the release and writes nothing", async () => {
  const out = join(folder, "dist");
  const { code, stdout } = await runMain("site", "build", "--release", release, "--out", out, "--dry-run", "--json");
  expect(JSON.parse(stdout)).toMatchObject({ release: "open-test", cities: 3, written: false });
  expect(code).toBe(0);
  expect(readdirSync(folder)).toEqual([]);
});

test("without results there is nothing to build, exit 2", async () => {
  const bare = join(folder, "bare");
  mkdirSync(bare);
  const nothing = await runMain("site", "build", "--release", bare);
  expect(nothing.stderr).toContain("There is no release at");
  writeFileSync(join(bare, "manifest.json"), "{}");
  const { code, stderr } = await runMain("site", "build", "--release", bare);
  expect(stderr).toContain('has no results. Run "tributary model run" first.');
  expect([nothing.code, code]).toEqual([2, 2]);
});

test("somebody's folder is not replaced by pages, exit 2", async () => {
  const out = join(folder, "photos");
  mkdirSync(out);
  writeFileSync(join(out, "me.jpg"), "");
  const { code, stderr } = await runMain("site", "build", "--release", release, "--out", out);
  expect(stderr).toContain("is not a built site (no 404.html in it)");
  expect(code).toBe(2);
  expect(readdirSync(out)).toEqual(["me.jpg"]);
});
