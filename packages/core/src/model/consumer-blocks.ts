/** Consumers that go through everything together. */
export interface ConsumerBlock {
  first: number;
  /** The first that is not among them. */
  end: number;
}

/** Numbers that one array of a block may hold: 67 MB. */
const MOST_NUMBERS = 2 ** 23;
/** What every solver carries together: columns meet the same neighbours, whatever the blocks. */
const TOGETHER = 40;

/**
 * Consumers in blocks, so that n×R numbers are never in memory where they are many; a table of 309 × 42 is one block.
 *
 * @param n Rows of a column. @param R Consumers.
 */
export function listBlocks(n: number, R: number, most = MOST_NUMBERS): ConsumerBlock[] {
  if (n * R <= most) return [{ first: 0, end: R }];
  const size = Math.max(Math.floor(most / n / TOGETHER), 1) * TOGETHER;
  return Array.from({ length: Math.ceil(R / size) }, (_, b) => ({
    first: b * size,
    end: Math.min((b + 1) * size, R),
  }));
}
