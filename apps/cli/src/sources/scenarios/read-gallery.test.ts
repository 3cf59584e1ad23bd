import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LEVERS } from "@tributary/scenarios";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DEFAULT_PATHS } from "../../paths.ts";
import { runMain } from "../../run-main.ts";
import { readGallery } from "./read-gallery.ts";

const folder = mkdtempSync(join(tmpdir(), "tributary-gallery-"));
const release = join(folder, "open");
const files = readdirSync(DEFAULT_PATHS.scenarios).map((file) => join(DEFAULT_PATHS.scenarios, file));
beforeAll(() => runMain("estimate", "--out", release));
afterAll(() => rmSync(folder, { recursive: true }));

test("every scenario of the gallery holds on the shipped release", async () => {
  const { code, stderr } = await runMain("scenario", "validate", ...files, "--release", release);
  expect(stderr).toBe("");
  expect(code).toBe(0);
});

test("it uses every lever, and holds both directions of the study", () => {
  const gallery = readGallery(DEFAULT_PATHS.scenarios).map(({ scenario }) => scenario);
  const used = new Set(gallery.flatMap(({ levers }) => levers.map(({ lever }) => lever)));
  expect([...used].sort()).toEqual([...LEVERS.keys()].sort());
  expect(gallery.map(({ id }) => id)).toEqual(
    expect.arrayContaining(["managing-outsourced-mitigation", "transforming-industrialising-cities"]),
  );
});

test("every one says what it does in both languages, and why in its file", () => {
  for (const { scenario } of readGallery(DEFAULT_PATHS.scenarios)) {
    const { id, title, description } = scenario;
    expect([title.en, description?.en], id).not.toContain(undefined);
    for (const text of [title.zh, description?.zh]) expect(text, id).toMatch(/\p{Script=Han}/u);
  }
  for (const file of files) expect(readFileSync(file, "utf8"), file).toMatch(/^# .*\n# Why: (.*\n)+# Levels?: /);
});
