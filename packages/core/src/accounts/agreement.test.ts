import { expect, test } from "vitest";
import { calcAgreement, countClasses } from "./agreement.ts";

test("readings that give the same class; undefined ones count as disagreement", () => {
  expect(calcAgreement("weak", ["weak", "strong", "unclassified", "weak"])).toEqual({ same: 2, of: 4 });
  expect(calcAgreement("weak", [])).toEqual({ same: 0, of: 0 });
});

test("cities of each class, with the classes that nobody has", () => {
  expect(countClasses(["weak", "strong", "weak"])).toEqual({
    strong: 1,
    weak: 2,
    "local-led": 0,
    "self-reliant": 0,
    "no-mitigation": 0,
    unclassified: 0,
  });
});
