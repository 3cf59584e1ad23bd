import fc from "fast-check";
import { expect, test } from "vitest";
import { openStream, type RandomStream } from "./random-stream.ts";

const COUNT = 20_000;
const take = (draw: () => number, count = COUNT) => Array.from({ length: count }, draw);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function correlate(a: readonly number[], b: readonly number[]): number {
  const [ma, mb] = [mean(a), mean(b)];
  const product = (x: readonly number[], mx: number, y: readonly number[], my: number) =>
    mean(x.map((value, i) => (value - mx) * (y[i] - my)));
  return product(a, ma, b, mb) / Math.sqrt(product(a, ma, a, ma) * product(b, mb, b, mb));
}

test("a name gives the same numbers again, another name or seed others", () => {
  const first = (stream: RandomStream) => take(stream.uniform, 5);
  const numbers = first(openStream(1, 7, "price", 0));
  expect(first(openStream(1, 7, "price", 0))).toEqual(numbers);
  for (const other of [openStream(2, 7, "price", 0), openStream(1, 8, "price", 0), openStream(1, 7, "price", 1)])
    expect(first(other)).not.toEqual(numbers);
});

test("uniform and normal have their moments", () => {
  const stream = openStream(42, "moments");
  const uniform = take(stream.uniform);
  expect(Math.min(...uniform)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...uniform)).toBeLessThan(1);
  expect(mean(uniform)).toBeCloseTo(0.5, 2);
  expect(mean(uniform.map((u) => (u - 0.5) ** 2))).toBeCloseTo(1 / 12, 2);
  const normal = [...stream.normals(COUNT)];
  expect(Math.abs(mean(normal))).toBeLessThan(0.03);
  expect(Math.abs(mean(normal.map((z) => z * z)) - 1)).toBeLessThan(0.05);
  expect(Math.abs(mean(normal.map((z) => z ** 3)))).toBeLessThan(0.1);
});

test("the first numbers of neighbouring streams are spread evenly and know nothing of each other", () => {
  const firsts = take(() => 0).map((_, draw) => openStream(20240701, draw, "friction").uniform());
  const others = take(() => 0).map((_, draw) => openStream(20240701, draw, "frictioo").uniform());
  expect(mean(firsts)).toBeCloseTo(0.5, 2);
  for (let tenth = 0; tenth < 10; tenth++)
    expect(Math.abs(firsts.filter((u) => Math.floor(10 * u) === tenth).length / COUNT - 0.1)).toBeLessThan(0.01);
  expect(Math.abs(correlate(firsts, others))).toBeLessThan(0.03);
  expect(Math.abs(correlate(firsts.slice(1), firsts.slice(0, -1)))).toBeLessThan(0.03);
});

test("a triangle stays in its range and has its mean, its mode at an end or not", () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 0, max: 4 }), (seed, quarter) => {
      const [low, high] = [2, 6];
      const mode = low + quarter;
      const values = take(
        (
          (stream) => () =>
            stream.triangular(low, mode, high)
        )(openStream(seed, "triangle")),
        4000,
      );
      expect(Math.min(...values)).toBeGreaterThanOrEqual(low);
      expect(Math.max(...values)).toBeLessThanOrEqual(high);
      expect(Math.abs(mean(values) - (low + mode + high) / 3)).toBeLessThan(0.1);
    }),
    { numRuns: 20 },
  );
  expect(openStream(1).triangular(3, 3, 3)).toBe(3);
});
