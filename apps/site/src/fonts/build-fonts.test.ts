import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildFonts, PRELOADS } from "./build-fonts.ts";
import { charactersOf, readGlyphs } from "./characters.ts";

let dir: string;
const input = { texts: ["Footprint 84.6 Mt CO₂ → ≥ –", "足迹，外包"], names: ["长沙", "中文"] };

beforeAll(async () => {
  dir = join(await mkdtemp(join(tmpdir(), "fonts-")), "out");
  expect(await buildFonts(input, dir)).toBe(true);
}, 120_000);
afterAll(() => rm(dir, { recursive: true, force: true }));

test("writes the faces, a sheet per language and the licences", async () => {
  const files = await readdir(dir);
  for (const file of ["en.css", "zh.css", "OFL-noto-sans-sc.txt", ...PRELOADS.en, ...PRELOADS.zh]) {
    expect(files).toContain(file);
  }
  const english = await readFile(join(dir, "en.css"), "utf8");
  expect(english).toContain("han-names.woff2");
  expect(english).not.toContain("han-sans-400.woff2");
  for (const [, file] of english.matchAll(/url\("(.*?)"\)/g)) expect(files).toContain(file);
});

test("a face holds what is printed and no more", async () => {
  const glyphs = await readGlyphs(await readFile(join(dir, "han-serif-600.woff2")));
  expect([...glyphs].sort()).toEqual(charactersOf(["足迹，外包长沙中文"]).sort());
  const latin = await readGlyphs(await readFile(join(dir, "source-sans.woff2")));
  expect(latin.has("–") && latin.has("a")).toBe(true);
});

test("does nothing the second time", async () => {
  expect(await buildFonts(input, dir)).toBe(false);
});

test("names every character that no font holds", { timeout: 120_000 }, async () => {
  const build = buildFonts({ texts: ["ᚠ and 😀"], names: [] }, `${dir}-refused`);
  await expect(build).rejects.toThrow("no font of the site has ᚠ (U+16a0), 😀 (U+1f600)");
  await rm(`${dir}-refused`, { recursive: true, force: true });
});
