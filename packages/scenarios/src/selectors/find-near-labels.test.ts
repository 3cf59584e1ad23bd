import { expect, test } from "vitest";
import { findNearLabels } from "./find-near-labels.ts";

test("of several labels with one name each is offered", () => {
  const labels = [
    { code: "320500", name: { en: "Suzhou", zh: "苏州" } },
    { code: "341300", name: { en: "Suzhou", zh: "宿州" } },
  ];
  expect(findNearLabels("Suzhou", labels)).toEqual(["320500 (Suzhou, 苏州)", "341300 (Suzhou, 宿州)"]);
});
