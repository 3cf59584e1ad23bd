import { expect, test } from "vitest";
import { unitOf } from "./units.ts";

test.each([
  ["index.html", "home"],
  ["/", "home"],
  ["zh/index.html", "zh/home"],
  ["/zh/", "zh/home"],
  ["404.html", "404"],
  ["/404", "404"],
  ["zh/404/index.html", "zh/404"],
  ["cities/index.html", "cities"],
  ["cities/classes.csv", "cities"],
  ["/cities/430100-changsha/", "cities/430100-changsha"],
  ["/cities/430100-changsha", "cities/430100-changsha"],
  ["cities/430100-changsha/index.html", "cities/430100-changsha"],
  ["cities/430100-changsha/origins.csv", "files/430100-changsha"],
  ["/cities/430100-changsha/why.json/", "files/430100-changsha"],
  ["cities/430100-changsha/SHA256SUMS", "files/430100-changsha"],
  ["cities/430100-changsha/card.png", "cities/430100-changsha"],
  ["zh/cities/430100-changsha/map.svg", "zh/cities/430100-changsha"],
  ["zh/regions/reg1-region-1/", "zh/regions/reg1-region-1"],
  ["places.json", "places.json"],
  ["data/results/cities.json", "data"],
  ["zh/methods/", "zh/methods"],
  ["_astro/x.css", "assets"],
  ["fonts/zh.css", "assets"],
  ["mark.svg", "assets"],
])("%s belongs to %s", (path, unit) => expect(unitOf(path)).toBe(unit));
