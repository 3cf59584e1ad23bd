import { expect, test } from "vitest";
import { solveExample } from "./solve-example.ts";
import { makeToy } from "./toy.ts";

/* Printed results of the toy of 3 cities × 2 sectors × 2 years, sda-polar. */
const PRINTED = [
  { local: -5.493742, outsourced: 19.105093, class: "strong", Loc: 48.451984, Out: 63.250925 },
  { local: 3.752413, outsourced: 33.758224, class: "weak", Loc: 17.227464, Out: 143.738416 },
  { local: 27.680255, outsourced: -0.413305, class: "self-reliant", Loc: 81.864172, Out: 12.685294 },
];

test("the example gives the printed results", () => {
  solveExample(makeToy()).forEach((city, c) => {
    const printed = PRINTED[c]!;
    expect(city.localMitigation).toBeCloseTo(printed.local, 5);
    expect(city.outsourcedMitigation).toBeCloseTo(printed.outsourced, 5);
    expect(city.local).toBeCloseTo(printed.Loc, 5);
    expect(city.outsourced).toBeCloseTo(printed.Out, 5);
    expect(city.class).toBe(printed.class);
    expect(city.local + city.outsourced).toBeCloseTo(city.footprint[1], 9);
  });
});

test("intensities that do not change leave nothing to credit", () => {
  const [first, last] = makeToy();
  last.S = [...first.S];
  for (const { localMitigation, outsourcedMitigation, class: name } of solveExample([first, last])) {
    expect(localMitigation).toBe(0);
    expect(outsourcedMitigation).toBe(0);
    expect(name).toBe("no-mitigation");
  }
});

test("a cut in one city is credited to those that buy from it", () => {
  const toy = makeToy();
  const before = solveExample(toy);
  toy[1].S[4] = 0.5 * toy[1].S[4]!;
  const after = solveExample(toy);
  expect(after[2]!.localMitigation).toBeGreaterThan(before[2]!.localMitigation);
  for (const c of [0, 1]) expect(after[c]!.outsourcedMitigation).toBeGreaterThan(before[c]!.outsourcedMitigation);
});

test("without buyers there is no footprint and no mitigation", () => {
  const [first, last] = makeToy();
  for (const year of [first, last]) year.Y = year.Y.map((row) => row.map((value, c) => (c === 0 ? 0 : value)));
  const [city] = solveExample([first, last]);
  expect(city).toMatchObject({ footprint: [0, 0], local: 0, outsourced: 0, class: "no-mitigation" });
});
