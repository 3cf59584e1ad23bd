export type Extent = readonly [number, number];

/** Linear position of a value. Written out, because a chart that runs in the browser must not bring a library along. */
export function linearScale([low, high]: Extent, [start, end]: Extent): (value: number) => number {
  return (value) => start + ((value - low) / (high - low)) * (end - start);
}

const signedRoot = (value: number): number => Math.sign(value) * Math.sqrt(Math.abs(value));

/** Signed square root of a value: both axes of a quadrant share it, so its diagonal stays straight. */
export function rootScale([low, high]: Extent, range: Extent): (value: number) => number {
  const position = linearScale([signedRoot(low), signedRoot(high)], range);
  return (value) => position(signedRoot(value));
}

/** Smallest and largest of `values` and zero, pulled apart where they coincide. */
export function extentWithZero(values: readonly number[]): [number, number] {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  return low === high ? [0, 1] : [low, high];
}

/** About `count` round numbers (1, 2, 5 × 10ⁿ apart) within the extent. */
export function roundTicks([low, high]: Extent, count: number): number[] {
  const rough = (high - low) / count;
  if (!(rough > 0)) return [low];
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((step) => step * power >= rough * 0.999)!;
  const step = factor * power;
  const ticks: number[] = [];
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) ticks.push(i * step);
  return ticks;
}

/** As `roundTicks`, but never fewer than three where finer steps give them: an axis with one number says nothing. */
export function enoughTicks(extent: Extent, count: number): number[] {
  for (let finer = count; ; finer++) {
    const ticks = roundTicks(extent, finer);
    if (ticks.length >= 3 || finer >= 3 * count) return ticks;
  }
}

/**
 * 0, ±1, ±3, ±10, ±20, ±30, ±100 … within the extent, at least `space` px apart: the ticks of a square-root axis. Whole
 * powers of ten go first, the largest before the smaller.
 */
export function rootTicks([low, high]: Extent, position: (value: number) => number, space: number): number[] {
  const ticks = [0];
  const top = Math.floor(Math.log10(Math.max(-low, high) || 1));
  for (const factor of [1, 3, 2]) {
    for (let exponent = top; exponent >= top - (factor === 2 ? 1 : 3); exponent--) {
      const value = Number(`${factor}e${exponent}`);
      for (const tick of [value, -value]) {
        const near = ticks.some((other) => Math.abs(position(tick) - position(other)) < space);
        if (tick >= low && tick <= high && !near) ticks.push(tick);
      }
    }
  }
  return ticks.sort((a, b) => a - b);
}

/** Decimals that the numbers of an axis need, at most three. */
export function tickDigits(ticks: readonly number[]): number {
  const exact = (digits: number) => ticks.every((tick) => Math.abs(tick - Number(tick.toFixed(digits))) < 1e-9);
  return [0, 1, 2].find(exact) ?? 3;
}
