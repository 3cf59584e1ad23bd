/** Share of an origin in what is bought; 0 where nothing is bought, as the method fixes it. */
export function calcShare(fromOrigin: number, fromAll: number): number {
  return fromAll === 0 ? 0 : fromOrigin / fromAll;
}
