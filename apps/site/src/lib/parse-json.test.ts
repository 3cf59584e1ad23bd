import { expect, test } from "vitest";
import { parseJson } from "./parse-json.ts";

test("marks that turn the direction are left out, written or escaped; nothing else is", () => {
  expect(parseJson('{"a":["x\u202ey","x\\u202ey","\\\\u00e9"],"n":-1,"\u2060":null}')).toEqual({
    a: ["xy", "xy", "\\u00e9"],
    n: -1,
    "\u2060": null,
  });
});
