import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { showPath } from "./paths.ts";

const here = process.cwd();

test("paths are shown by their parts, as they are written from here", () => {
  expect(showPath(here)).toBe(".");
  expect(showPath(join(here, "a/b"))).toBe(join("a", "b"));
  expect(showPath(join(here, "..a/b"))).toBe(join("..a", "b"));
  // The letters of one path begin the other; the folders do not.
  expect(showPath(`${here}-copy/a`)).toBe(`${here}-copy/a`);
  expect(showPath(dirname(here))).toBe(dirname(here));
});
