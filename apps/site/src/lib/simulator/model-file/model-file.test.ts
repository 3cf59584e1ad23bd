import { openBaseline } from "@tributary/scenarios";
import fc from "fast-check";
import { expect, test } from "vitest";
import { makeManifest } from "../../../testing/make-manifest.ts";
import { makeRelease } from "../../../testing/make-release.ts";
import { makeResults } from "../../../testing/make-results.ts";
import { decodeModelFile, encodeModelFile } from "./model-file.ts";
import { packDistances, unpackDistances } from "./pack-distances.ts";
import { packFloats, unpackFloats } from "./pack-floats.ts";
import { findRatios } from "./pack-ratios.ts";

const { summary, cities } = makeResults(5);
const manifest = makeManifest(summary, cities);
const release = makeRelease(manifest);
/** Largest relative difference. */
const farthest = (a: Float64Array, b: Float64Array) =>
  a.reduce((worst, value, i) => Math.max(worst, Math.abs(value - b[i]!) / Math.abs(b[i]!)), 0);

test("the model that comes out is the model that went in, to the last bit but for what is a fixed part of output", () => {
  const { about, axes, openBaseline: open } = decodeModelFile(encodeModelFile(manifest, release, "hash"));
  const [read, whole] = [open(), openBaseline(manifest, release)];
  expect(about.id).toBe(manifest.id);
  expect(axes.sectors).toEqual(manifest.sectors);
  expect(read.types).toEqual(whole.types);
  expect(read.history!.index).toEqual(whole.history!.index);
  for (const [a, b] of [
    [read.base, whole.base],
    [read.history!.first, whole.history!.first],
  ] as const) {
    expect([a.Y, a.x, a.S]).toEqual([b.Y, b.x, b.S]);
    expect(farthest(a.e, b.e)).toBeLessThan(1e-15);
  }
});

test("its answers are those of the release", () => {
  const [read, whole] = [
    decodeModelFile(encodeModelFile(manifest, release, "hash")).openBaseline(),
    openBaseline(manifest, release),
  ];
  expect(farthest(read.footprints, whole.footprints)).toBeLessThan(1e-9);
  expect(farthest(read.driven(2), whole.driven(2))).toBeLessThan(1e-9);
});

test("numbers survive their byte planes, whatever they are", () => {
  fc.assert(
    fc.property(fc.float64Array(), (values) => {
      expect(unpackFloats(packFloats(values))).toEqual(values);
    }),
  );
});

test("distances are halved only where nothing is lost", () => {
  const kinds = {
    steps: [25, 433.1, 433.1, 25],
    uneven: [25, 433.1, 433.2, 25],
    fine: [25, 1 / 3, 1 / 3, 25],
    far: [25, 7000, 7000, 25],
  };
  for (const [kind, km] of Object.entries(kinds)) {
    const { form, bytes } = packDistances(Float64Array.from(km), 2);
    expect([kind, form]).toEqual([kind, kind === "steps" ? "half-in-steps" : "floats"]);
    expect(unpackDistances(bytes, form, 2)).toEqual(Float64Array.from(km));
  }
});

test("an amount is a ratio only where every region has the same", () => {
  const whole = Float64Array.of(10, 20, 30, 0);
  expect(findRatios(Float64Array.of(1, 4, 3, 0), whole, 2)).toEqual(Float64Array.of(0.1, 0.2));
  expect(findRatios(Float64Array.of(1, 4, 3.0001, 0), whole, 2)).toBeNull();
  expect(findRatios(Float64Array.of(1, 4, 3, 5), whole, 2)).toBeNull();
});
