import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runMain } from "../run-main.ts";

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "tributary-site-"));
  mkdirSync(join(dir, "fonts"));
  for (const sheet of ["en.css", "zh.css"]) writeFileSync(join(dir, "fonts", sheet), "");
  writeFileSync(join(dir, "index.html"), '<html lang="en"><head></head><body><a href="nowhere/">a</a></body></html>');
});
afterAll(() => rmSync(dir, { recursive: true }));

test("what is wrong with pages is said, exit 3", async () => {
  const { code, stdout, stderr } = await runMain("site", "check", "--dir", dir);
  expect(stdout).toMatch(/^FAIL {2}links: 1 links on 1 pages\n {6}index\.html: nowhere\/ has no file\n/);
  expect(stdout).toContain("FAIL  content security policy");
  expect(stderr).toMatch(/7 checks, \d failed\.\n$/);
  expect(code).toBe(3);
  const { stdout: json } = await runMain("site", "check", "--dir", dir, "--json");
  expect(JSON.parse(json).checks[0]).toMatchObject({ id: "links", problems: ["index.html: nowhere/ has no file"] });
});

test("without pages there is nothing to check, exit 2", async () => {
  const { code, stderr } = await runMain("site", "check", "--dir", join(dir, "fonts"));
  expect(stderr).toContain('Run "tributary site build" first.');
  expect(code).toBe(2);
});
