/** An origin on its way to the mouth. Units: px. */
export interface Stream {
  /** Where it joins, from the left. */
  x: number;
  width: number;
  /** Width of its name and number, for those that may be named. */
  labelWidth: number;
  /** Order of importance among those that may be named, 0 first; null for the rest. */
  rank: number | null;
}

/** What limits the names. Heights are counted from the middle line outward, both ways. */
export interface Banks {
  length: number;
  /** Free height per side (0 above, 1 below) and px of length. */
  ceilings: readonly [Float64Array, Float64Array];
  /** Lengths of a tributary's run-up to try, best first. */
  runs: readonly number[];
  /** How many may be named. */
  limit: number;
}

interface Tributary {
  stream: number;
  side: 0 | 1;
  /** Start of its curve: from the left, and outward from the middle. */
  startX: number;
  startY: number;
  /** Where its centre joins. */
  joinX: number;
  joinY: number;
}

export interface RiverLayout {
  tributaries: Tributary[];
  /** Outline per side: x and distance from the middle. */
  outlines: [[number, number][], [number, number][]];
  /** Half-widths at the mouth. */
  mouth: [number, number];
}

/** Between the start of a curve and the end of its name. */
export const LABEL_GAP = 5;
const HALF_LABEL = 8.5;
/** Spacings to try once the names are chosen, widest first: a fan where there is room for one. */
const SPACINGS = [1.7, 1.45, 1.25, 1.1];
/** Samples of the S-curve of a tributary: share of the run passed, and of the rise still left. */
const CURVE = [0.04, 0.1, 0.2, 0.3, 0.4, 0.5, 0.56].map((t) => {
  const along = 3 * t * (1 - t) ** 2 * 0.45 + 3 * t * t * (1 - t) * 0.5 + t ** 3;
  return { along, left: (1 - t) ** 3 + 3 * t * (1 - t) ** 2 };
});

const maxOver = (heights: Float64Array, from: number, to: number) => {
  let most = 0;
  for (let x = Math.max(0, Math.floor(from)); x <= to && x < heights.length; x++) most = Math.max(most, heights[x]!);
  return most;
};
const minOver = (heights: Float64Array, from: number, to: number) => {
  let least = Number.POSITIVE_INFINITY;
  for (let x = Math.max(0, Math.floor(from)); x <= to && x < heights.length; x++) least = Math.min(least, heights[x]!);
  return least;
};
const raise = (heights: Float64Array, from: number, to: number, height: number) => {
  for (let x = Math.max(0, Math.floor(from)); x <= to && x < heights.length; x++) {
    heights[x] = Math.max(heights[x]!, height);
  }
};

/** The lowest place for a name and its curve beside everything already there, or undefined. */
function findStart(
  stream: Stream,
  edge: number,
  occupied: Float64Array,
  ceiling: Float64Array,
  runs: readonly number[],
  spacing: number,
) {
  const join = edge + stream.width / 2;
  let best: { startX: number; startY: number; cost: number } | undefined;
  for (const [order, wanted] of runs.entries()) {
    const run = Math.max(wanted, stream.width * 5);
    const startX = stream.x - run;
    const left = startX - LABEL_GAP - stream.labelWidth;
    if (left < 0) continue;
    const clear = maxOver(occupied, left - 6, startX + 2) + HALF_LABEL * (2 * spacing - 1);
    let startY = Math.max(join + (20 + stream.width) * spacing, clear);
    for (const { along, left: rise } of CURVE) {
      const below = maxOver(occupied, startX + run * along - 1, startX + run * along + 1) + stream.width / 2 + 2;
      startY = Math.max(startY, join + (below - join) / rise);
    }
    const top = startY + Math.max(HALF_LABEL, stream.width / 2);
    if (top > minOver(ceiling, left, startX + run * 0.6)) continue;
    const cost = startY + order * 6;
    if (!best || cost < best.cost) best = { startX, startY, cost };
  }
  return best;
}

/** Lay out the river with the named streams on the sides given; undefined if one of them has no place. */
function tryLayout(
  streams: readonly Stream[],
  sides: ReadonlyMap<number, 0 | 1>,
  banks: Banks,
  spacing = 1,
): RiverLayout | undefined {
  const occupied = [new Float64Array(banks.length), new Float64Array(banks.length)] as const;
  const layout: RiverLayout = { tributaries: [], outlines: [[], []], mouth: [0, 0] };
  let reached = 0;
  for (const [i, stream] of streams.entries()) {
    for (const side of [0, 1] as const) raise(occupied[side], reached, stream.x, layout.mouth[side]);
    reached = stream.x;
    const side = sides.get(i);
    if (side === undefined) {
      for (const half of [0, 1] as const) {
        layout.mouth[half] += stream.width / 2;
        layout.outlines[half].push([stream.x, layout.mouth[half]]);
      }
      continue;
    }
    const edge = layout.mouth[side];
    const start = findStart(stream, edge, occupied[side], banks.ceilings[side], banks.runs, spacing);
    if (!start) return undefined;
    const { startX, startY } = start;
    const joinY = edge + stream.width / 2;
    layout.tributaries.push({ stream: i, side, startX, startY, joinX: stream.x, joinY });
    raise(occupied[side], startX - LABEL_GAP - stream.labelWidth - 6, startX + 2, startY + HALF_LABEL);
    let from = startX;
    for (const { along, left } of CURVE) {
      const to = startX + (stream.x - startX) * along;
      raise(occupied[side], from, to, joinY + (startY - joinY) * left + stream.width / 2 + 2);
      from = to;
    }
    layout.mouth[side] += stream.width;
    layout.outlines[side].push([stream.x, edge], [stream.x, layout.mouth[side]]);
  }
  return layout;
}

/**
 * Choose the tributaries that are named and lay the river out, `streams` in order of `x`.
 *
 * The most important come first, each on the side that carries less; a name stays away if with it any name would touch
 * another name, a curve, the river or the edge of the drawing.
 */
export function layoutRiver(streams: readonly Stream[], banks: Banks): RiverLayout {
  const sides = new Map<number, 0 | 1>();
  const carried = [0, 0];
  let layout = tryLayout(streams, sides, banks)!;
  const candidates = streams.flatMap(({ rank }, i) => (rank === null ? [] : [{ rank, i }]));
  for (const { i } of candidates.sort((a, b) => a.rank - b.rank)) {
    if (sides.size === banks.limit) break;
    const lighter = carried[0]! <= carried[1]! ? 0 : 1;
    for (const side of [lighter, 1 - lighter] as (0 | 1)[]) {
      const better = tryLayout(streams, new Map([...sides, [i, side]]), banks);
      if (!better) continue;
      layout = better;
      sides.set(i, side);
      carried[side]! += streams[i]!.width;
      break;
    }
  }
  for (const spacing of SPACINGS) {
    const airy = tryLayout(streams, sides, banks, spacing);
    if (airy) return airy;
  }
  return layout;
}
