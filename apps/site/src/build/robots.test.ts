import { expect, test } from "vitest";
import { writeRobots, writeSitemap } from "./robots.ts";

const files = [
  "404.html",
  "cities/1-a/index.html",
  "index.html",
  "zh/404/index.html",
  "zh/cities/1-a/index.html",
  "zh/index.html",
];

test("the sitemap has every page in both languages, and no page for missing addresses", () => {
  const text = writeSitemap(files, "https://example.org/sub/");
  expect(text.match(/<loc>[^<]*/g)).toEqual([
    "<loc>https://example.org/sub/cities/1-a/",
    "<loc>https://example.org/sub/zh/cities/1-a/",
    "<loc>https://example.org/sub/",
    "<loc>https://example.org/sub/zh/",
  ]);
  expect(text.match(/hreflang="zh-CN"/g)).toHaveLength(4);
});

test("robots.txt names the sitemap only where its address is known", () => {
  expect(writeRobots("https://example.org/sub/")).toContain("Sitemap: https://example.org/sub/sitemap.xml");
  expect(writeRobots(null)).not.toContain("Sitemap");
});
