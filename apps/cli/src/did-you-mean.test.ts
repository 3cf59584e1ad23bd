import { InvalidArgumentError } from "commander";
import { expect, test } from "vitest";
import { oneOf } from "./did-you-mean.ts";

test("an option of few words takes one of them, letter by letter", () => {
  const format = oneOf(["table", "csv", "json"]);
  expect(format("csv")).toBe("csv");
  expect(() => format("jsno")).toThrow(InvalidArgumentError);
  expect(() => format("jsno")).toThrow("Did you mean json? One of table, csv, json.");
});
