import { expect, test } from "vitest";
import { isWanted, mayMake } from "./render-list.ts";

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

test("two processes share everything between them; all that is about a place stays together", () => {
  const part = (part: number) => routes.filter((route) => isWanted(route, { units: null, part, of: 2 }));
  expect([...part(0), ...part(1)].sort()).toEqual([...routes].sort());
  for (const other of ["/cities/1-a/why.csv", "/zh/cities/1-a/"])
    expect(part(0).includes("/cities/1-a/")).toBe(part(0).includes(other));
});

test("a list leaves everything else out", () => {
  const units = new Set(["cities/1-a", "404"]);
  const wanted = routes.filter((route) => isWanted(route, { units, part: 0, of: 1 }));
  expect(wanted).toEqual(["/cities/1-a/", "/404"]);
});

test("patterns that make no wanted page are not asked for their pages", () => {
  const patterns = [
    "/cities/[place]",
    "/cities/[place]/[file]",
    "/zh/cities/[place]",
    "/sectors/[id]",
    "/flows/[city].json",
  ];
  expect(patterns.filter((pattern) => mayMake(pattern, new Set(["cities/1-a"])))).toEqual(patterns.slice(0, 2));
  expect(patterns.filter((pattern) => mayMake(pattern, new Set(["sectors", "flows"])))).toEqual(patterns.slice(3));
  expect(patterns.filter((pattern) => mayMake(pattern, null))).toEqual(patterns);
});
