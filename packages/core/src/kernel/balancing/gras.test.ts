import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { balanceGras } from "./gras.ts";
import { balanceRas } from "./ras.ts";

function sums(Z: Float64Array, columns: number) {
  const u = new Float64Array(Z.length / columns);
  const v = new Float64Array(columns);
  Z.forEach((cell, at) => {
    u[Math.floor(at / columns)] += cell;
    v[at % columns] += cell;
  });
  return { u, v };
}

const signed = fc.oneof(
  fc.double({ min: 0.1, max: 10, noNaN: true }),
  fc.double({ min: -10, max: -0.1, noNaN: true }),
  fc.constant(0),
);

describe("balanceGras", () => {
  test("oracle 7: Junius & Oosterhaven's matrix under Lenzen, Wood & Gallego's objective", () => {
    const { Z, residual } = balanceGras(
      Float64Array.of(7, 3, 5, -3, 2, 9, 8, 1, -2, 0, 2, 1),
      Float64Array.of(15, 26, -1),
      Float64Array.of(9, 16, 17, -2),
    );
    const expected = [
      8.97644, 3.74316, 5.721728, -3.441329, 2.799335, 12.25684, 9.992314, 0.951511, -2.775776, 0, 1.285958, 0.489818,
    ];
    expected.forEach((cell, at) => {
      expect(Math.abs(Z[at] - cell)).toBeLessThan(6e-7);
    });
    expect(residual).toBeLessThanOrEqual(1e-10);
  });

  test("meets the sums and keeps every sign", () => {
    const shape = fc.array(fc.tuple(signed, fc.double({ min: 0.5, max: 2, noNaN: true })), {
      minLength: 12,
      maxLength: 12,
    });
    fc.assert(
      fc.property(shape, (cells) => {
        const Z0 = Float64Array.from(cells, ([cell]) => cell);
        const { u, v } = sums(
          Float64Array.from(cells, ([cell, factor]) => cell * factor),
          4,
        );
        const { Z } = balanceGras(Z0, u, v, { tolerance: 1e-8, maxRounds: 100_000 });
        const reached = sums(Z, 4);
        for (const side of ["u", "v"] as const)
          reached[side].forEach((sum, i) => {
            expect(sum).toBeCloseTo({ u, v }[side][i], 4);
          });
        Z.forEach((cell, at) => {
          expect(Math.sign(cell)).toBe(Math.sign(Z0[at]));
        });
      }),
    );
  });

  test("is RAS where no cell is negative", () => {
    const [Z0, u, v] = [Float64Array.of(1, 2, 3, 4), Float64Array.of(4, 6), Float64Array.of(3, 7)];
    const ras = balanceRas(Z0, u, v, { tolerance: 1e-13 });
    balanceGras(Z0, u, v, { tolerance: 1e-13 }).Z.forEach((cell, at) => {
      expect(cell).toBeCloseTo(ras.Z[at], 12);
    });
  });

  test.each([
    ["not-converged", "a negative total of positive cells", [1, 1, 1, 1], [-1, 3], [1, 1]],
    ["not-converged", "a total of an empty row", [0, 0, 1, 1], [1, 1], [1, 1]],
    ["shape-mismatch", "sums that disagree", [1, 1, 1, 1], [1, 1], [1, 2]],
    ["not-finite", "a gap", [1, 1, Number.NaN, 1], [1, 1], [1, 1]],
    ["not-finite", "a gap in the sums", [1, 1, 1, 1], [1, Number.POSITIVE_INFINITY], [1, 1]],
  ])("refuses with %s %s", (code, _what, Z0, u, v) => {
    expect(() => balanceGras(Float64Array.from(Z0), Float64Array.from(u), Float64Array.from(v))).toThrow(
      expect.objectContaining({ name: "ModelError", code }),
    );
  });
});
