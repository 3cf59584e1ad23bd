import { expect, test } from "vitest";
import { compileKernels } from "../../assembly/compile.ts";
import { FUSED_WASM, KERNELS_WASM } from "./kernels.wasm.ts";
import { makePanelEngine, makeWasmEngine, type PanelEngine, PLAIN_ENGINE } from "./panel-engine.ts";
import type { Numbers } from "./panel-product.ts";
import { countTileNumbers, layTiles } from "./tiles.ts";

type Take = (length: number) => Numbers;

const wave = (i: number) => Math.sin(12.9898 * i) * 3;
const fill = (values: Numbers, seed: number) => {
  for (let i = 0; i < values.length; i++) values[i] = Math.fround(wave(seed + i));
  return values;
};
const openWasm = () => makeWasmEngine(100_000)!;

/** Both precisions of both engines, the plain one first. */
function compare(run: (engine: PanelEngine, take: Take) => Numbers): void {
  const wasm = openWasm();
  const expected = run(PLAIN_ENGINE, PLAIN_ENGINE.takeDouble);
  expect(run(wasm, wasm.takeDouble)).toEqual(expected);
  const single = run(wasm, wasm.takeSingle);
  expect(single).toBeInstanceOf(Float32Array);
  expected.forEach((value, i) => {
    expect(single[i]).toBeCloseTo(value, 4);
  });
}

for (const width of [1, 3, 4, 7, 8, 19])
  for (const rows of [2, 7])
    test.each([false, true])(
      `SIMD and plain product agree, ${rows} rows, ${width} columns, transposed %s`,
      (transposed) => {
        const [rowStride, columnStride] = transposed ? [1, rows] : [5, 1];
        compare((engine, take) => {
          const [m, z, out] = [fill(take(50), 0), fill(take(5 * 2 * width), 100), take(rows * width + 3)];
          engine.multiply(
            { data: m, offset: 11, rowStride, columnStride, rows, columns: 5 },
            { data: z, offset: 0, stride: 2 * width },
            { data: out, offset: 3, stride: width },
            width,
          );
          let first = 0;
          for (let j = 0; j < 5; j++) first += m[11 + j * columnStride] * z[j * 2 * width];
          expect(out[3]).toBeCloseTo(first, 4);
          return out.slice();
        });
      },
    );

for (const width of [1, 3, 4, 8, 19])
  test.each([1, 2, 4, 7, 41])(`products in tiles are those of the matrix, %s rows, ${width} columns`, (rows) => {
    const columns = 5;
    const M = { data: fill(new Float64Array(rows * columns), 0), offset: 0, rowStride: columns, columnStride: 1 };
    compare((engine, take) => {
      const z = { data: fill(take(columns * width), 100), offset: 0, stride: width };
      const tiles = { data: take(countTileNumbers(rows, columns)), offset: 0, rows, columns };
      const [out, expected] = [take(rows * width), take(rows * width)];
      engine.multiplyTiles(layTiles({ ...M, rows, columns }, tiles), z, { data: out, offset: 0, stride: width }, width);
      const data = take(rows * columns);
      data.set(M.data);
      engine.multiply({ ...M, data, rows, columns }, z, { data: expected, offset: 0, stride: width }, width);
      out.forEach((value, i) => {
        expect(value).toBeCloseTo(expected[i], 4);
      });
      return out.slice();
    });
  });

test("hosts without fused multiply-add use kernels that round as the plain form does", () => {
  const engine = makeWasmEngine(100_000, [Uint8Array.of(0), KERNELS_WASM])!;
  const [rows, columns, width] = [4, 5, 8];
  const tiles = { data: fill(engine.takeSingle(rows * columns), 0), offset: 0, rows, columns };
  const z = { data: fill(engine.takeSingle(columns * width), 100), offset: 0, stride: width };
  const out = { data: engine.takeSingle(rows * width), offset: 0, stride: width };
  engine.multiplyTiles(tiles, z, out, width);
  let sum = 0;
  for (let j = 0; j < columns; j++) sum = Math.fround(sum + Math.fround(tiles.data[4 * j] * z.data[j * width]));
  expect(out.data[0]).toBe(sum);
  expect(makeWasmEngine(100_000, [Uint8Array.of(0)])).toBeUndefined();
});

test("SIMD and plain scaling agree", () => {
  compare((engine, take) => {
    const [factors, z, out] = [fill(take(13), 0), fill(take(13), 50), take(13)];
    engine.scale(factors, z, out);
    return out.slice();
  });
});

test("SIMD and plain update agree, up to rounding of single precision", () => {
  const run = (engine: PanelEngine) => {
    const make = (seed: number) => fill(engine.takeSingle(13), seed);
    const space = { z: make(0), r: make(20), d: make(40), Kd: make(60) };
    const largest = engine.advance(space, 0.3, 1.1);
    return [largest, ...space.z, ...space.r, ...space.d];
  };
  const expected = run(PLAIN_ENGINE);
  run(openWasm()).forEach((value, i) => {
    expect(value).toBeCloseTo(expected[i], 4);
  });
});

test.each(["wasm", "typescript"])("a gap anywhere shows in what the update gives, %s", (name) => {
  const engine = name === "wasm" ? openWasm() : PLAIN_ENGINE;
  const take = () => engine.takeSingle(13);
  const space = { z: take(), r: take(), d: take(), Kd: take() };
  space.Kd[12] = Number.NaN;
  expect(engine.advance(space, 0, 1)).toBeNaN();
});

test("small systems stay in TypeScript, large ones go to WebAssembly", () => {
  expect(makePanelEngine(1000).name).toBe("typescript");
  expect(makePanelEngine(1 << 19).name).toBe("wasm");
});

test("the compiled bytes are those of the source", async () => {
  expect(Array.from(await compileKernels(true))).toEqual(Array.from(FUSED_WASM));
  expect(Array.from(await compileKernels(false))).toEqual(Array.from(KERNELS_WASM));
});
