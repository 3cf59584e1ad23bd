import { expect, test } from "vitest";
import { describeBuild } from "./describe-build.ts";

const changed = "view model changed" as const;

test("says how much was rendered, why, and what was reused", () => {
  const rendered = new Map([
    ["cities/1-a", changed],
    ["zh/cities/1-a", changed],
    ["files/1-a", changed],
  ]);
  const report = { rendered, reused: ["home", "files/2-b", "files/3-c"], sitemap: true };
  expect(describeBuild(report, 4.321)).toBe(
    "2 pages and the data files of 1 city rendered (view model changed: 3), 1 page and the data files of 2 cities reused, in 4.3 s.\nRendered: cities/1-a, zh/cities/1-a, files/1-a.",
  );
});

test("where nothing changed, nothing is named", () => {
  expect(describeBuild({ rendered: new Map(), reused: ["home", "404"], sitemap: false }, 1)).toBe(
    "0 pages rendered, 2 pages reused, in 1.0 s.\nNo sitemap: it needs the address of the site, in SITE_URL.",
  );
});
