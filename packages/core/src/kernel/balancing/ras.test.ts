import { describe, expect, test } from "vitest";
import { balanceRas } from "./ras.ts";

describe("balanceRas", () => {
  test("oracle 6: Miller & Blair (2009), §7.4, three sectors", () => {
    const A0 = [0.12, 0.1, 0.049, 0.21, 0.247, 0.265, 0.026, 0.249, 0.145];
    const x = [421, 284, 283];
    const { Z, residual } = balanceRas(
      Float64Array.from(A0, (a, at) => a * x[at % 3]),
      Float64Array.of(245, 136, 159),
      Float64Array.of(251, 107, 182),
    );
    const expected = [0.392423, 0.121879, 0.159633, 0.150899, 0.066149, 0.1897, 0.052877, 0.188733, 0.293776];
    expected.forEach((a, at) => {
      expect(Math.abs(Z[at] / x[at % 3] - a)).toBeLessThan(6e-7);
    });
    expect(residual).toBeLessThanOrEqual(1e-10);
  });

  test("keeps zeros, and a matrix that already has the sums", () => {
    const Z0 = Float64Array.of(2, 0, 1, 3);
    const { Z } = balanceRas(Z0, Float64Array.of(2, 4), Float64Array.of(3, 3));
    expect([...Z]).toEqual([2, 0, 1, 3]);
  });
});
