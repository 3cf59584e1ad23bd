import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { skipN } from "pure-rand/utils/skipN";

/** The generator starts from mostly empty bits; its first numbers show it. */
const WARM_UP = 16;

/** Random numbers that are the same wherever and in whatever order they are drawn. */
export interface RandomStream {
  /** From 0 up to, not including, 1. */
  uniform(): number;
  /** As many of mean 0 and deviation 1. */
  normals(count: number): Float64Array;
  /** From `low` to `high`, most often near `mode`. */
  triangular(low: number, mode: number, high: number): number;
}

/**
 * Open the stream of a seed that has this name.
 *
 * Each quantity of each draw has a stream of its own: one that is added or drawn more often moves no other, and two
 * scenarios that draw the same quantity meet the same numbers.
 */
export function openStream(seed: number, ...name: readonly (string | number)[]): RandomStream {
  const generator = xoroshiro128plus(hashName([seed, ...name].join("/")));
  skipN(generator, WARM_UP);
  const uniform = () => uniformFloat64(generator);
  return {
    uniform,
    // Box and Muller; 1 − u is never 0.
    normals(count) {
      const drawn = new Float64Array(count);
      for (let i = 0; i < count; i += 2) {
        const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
        const angle = 2 * Math.PI * uniform();
        drawn[i] = radius * Math.cos(angle);
        if (i + 1 < count) drawn[i + 1] = radius * Math.sin(angle);
      }
      return drawn;
    },
    triangular(low, mode, high) {
      const u = uniform();
      const below = (mode - low) * (high - low);
      const cut = high > low ? (mode - low) / (high - low) : 0;
      return u < cut ? low + Math.sqrt(u * below) : high - Math.sqrt((1 - u) * (high - low) * (high - mode));
    },
  };
}

/** FNV-1a, 32 bits, mixed once more as MurmurHash3 ends: names that differ in their last letter must not look alike. */
function hashName(name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
