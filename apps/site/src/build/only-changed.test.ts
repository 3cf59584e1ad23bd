import { expect, test } from "vitest";
import { isWanted } from "./only-changed.ts";

const routes = [
  "/",
  "/zh/",
  "/cities/",
  "/cities/1-a/",
  "/cities/1-a/why.csv",
  "/zh/cities/1-a/",
  "/cities/2-b/",
  "/404",
];

test("two runs share everything between them, and the files of a page stay with it", () => {
  const part = (part: number) => routes.filter((route) => isWanted(route, { units: null, part, of: 2 }));
  expect([...part(0), ...part(1)].sort()).toEqual([...routes].sort());
  expect(part(0).includes("/cities/1-a/")).toBe(part(0).includes("/cities/1-a/why.csv"));
});

test("a list leaves everything else out", () => {
  const units = new Set(["cities/1-a", "404"]);
  const wanted = routes.filter((route) => isWanted(route, { units, part: 0, of: 1 }));
  expect(wanted).toEqual(["/cities/1-a/", "/cities/1-a/why.csv", "/404"]);
});
