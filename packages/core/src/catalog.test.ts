import { expect, test } from "vitest";
import { CATALOG, explainQuantity } from "./catalog.ts";

const quantities = Object.values(CATALOG);

test("has every symbol of the glossary (docs/method.md#glossary)", () => {
  const symbols = quantities.map(({ symbol }) => symbol);
  const glossary = [
    "Z",
    "x",
    "A",
    "T",
    "A*",
    "Y",
    "F",
    "F_Y",
    "X",
    "C",
    "W",
    "U",
    "Dn",
    "e",
    "v",
    "m",
    "S",
    "M",
    "D_pba",
    "D_cba",
  ];
  expect(glossary.filter((symbol) => !symbols.includes(symbol))).toEqual([]);
});

test("names nothing twice", () => {
  for (const part of ["symbol", "word"] as const)
    expect(new Set(quantities.map((quantity) => quantity[part])).size, part).toBe(quantities.length);
});

test("leaves no part of an entry empty", () => {
  const empty = Object.entries(CATALOG).filter(([, quantity]) =>
    Object.values(quantity).some((text) => text.trim() === ""),
  );
  expect(empty).toEqual([]);
});

test("explains a quantity in one line", () => {
  expect(explainQuantity(CATALOG.footprint)).toBe("footprint D_cba [t CO₂, R]: D_cba[c] = Σ_r C[r,c] (Peters (2008))");
});
