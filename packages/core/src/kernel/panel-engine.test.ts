import { expect, test } from "vitest";
import { compilePanelProduct } from "../../assembly/compile.ts";
import { makePanelEngine, makeWasmEngine, type PanelEngine, PLAIN_ENGINE } from "./panel-engine.ts";
import { PANEL_WIDTH } from "./panel-product.ts";
import { PANEL_PRODUCT_WASM } from "./panel-product.wasm.ts";

const wave = (i: number) => Math.sin(12.9898 * i) * 3;

/** A 7×5 matrix inside a larger array, transposed or not, times a spaced-out panel. */
function multiply(engine: PanelEngine, transposed: boolean): Float64Array {
  const m = engine.take(50);
  const z = engine.take(5 * 2 * PANEL_WIDTH);
  const out = engine.take(7 * PANEL_WIDTH + 3);
  for (let i = 0; i < m.length; i++) m[i] = wave(i);
  for (let i = 0; i < z.length; i++) z[i] = wave(i + 100);
  const [rowStride, columnStride] = transposed ? [1, 7] : [5, 1];
  engine.multiply(
    { data: m, offset: 11, rowStride, columnStride, rows: 7, columns: 5 },
    { data: z, offset: 0, stride: 2 * PANEL_WIDTH },
    { data: out, offset: 3, stride: PANEL_WIDTH },
  );
  return out.slice();
}

for (const transposed of [false, true])
  test(`SIMD kernel and plain kernel agree to the last bit${transposed ? ", transposed" : ""}`, () => {
    const wasm = multiply(makeWasmEngine(1000)!, transposed);
    expect(wasm).toEqual(multiply(PLAIN_ENGINE, transposed));
    let first = 0;
    for (let j = 0; j < 5; j++) first += wave(11 + j * (transposed ? 7 : 1)) * wave(100 + j * 2 * PANEL_WIDTH);
    expect(wasm[3]).toBeCloseTo(first, 10);
  });

test("small systems stay in TypeScript, large ones go to WebAssembly", () => {
  expect(makePanelEngine(1000).name).toBe("typescript");
  expect(makePanelEngine(1 << 19).name).toBe("wasm");
});

test("the compiled bytes are those of the source", async () => {
  expect(Array.from(await compilePanelProduct())).toEqual(Array.from(PANEL_PRODUCT_WASM));
});
