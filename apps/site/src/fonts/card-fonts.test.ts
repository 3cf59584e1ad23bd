import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Resvg } from "@resvg/resvg-js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildCardFonts, listCardFonts, useCardFonts } from "./card-fonts.ts";

let dir: string;
beforeAll(async () => {
  dir = join(await mkdtemp(join(tmpdir(), "card-fonts-")), "out");
  await buildCardFonts({ texts: ["Changsha 84.6"], names: ["长沙"] }, dir);
}, 120_000);
afterAll(() => rm(dir, { recursive: true, force: true }));

/** How much ink a text leaves, of its pixels. */
function inkOf(text: string, family: string, weight = 400): number {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="60"><style>text{font:${weight} 40px "${family}"}</style><text x="4" y="44">${text}</text></svg>`;
  const font = { loadSystemFonts: false, fontFiles: listCardFonts(dir) };
  const { pixels } = new Resvg(useCardFonts(svg), { font }).render();
  return pixels.filter((value, i) => i % 4 === 3 && value > 127).length;
}

test.each(["Source Sans 3", "Source Serif 4", "Noto Sans SC", "Noto Serif SC"])(
  "%s, as style sheets name it, sets what is printed and nothing else",
  (family) => {
    expect(inkOf("Changsha", family)).toBeGreaterThan(500);
    expect(inkOf("长沙", family)).toBeGreaterThan(500);
    expect(inkOf("犬", family)).toBe(0);
  },
);

test("weights and families differ", () => {
  expect(inkOf("Changsha", "Source Sans 3", 600)).toBeGreaterThan(1.1 * inkOf("Changsha", "Source Sans 3"));
  expect(inkOf("长沙", "Noto Serif SC")).not.toBe(inkOf("长沙", "Noto Sans SC"));
});
