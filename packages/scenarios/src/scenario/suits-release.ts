/**
 * Whether a scenario that names one release may be run on another without a word: on itself, or on work on the next one,
 * whose id goes on after a plus.
 */
export function suitsRelease(named: string, here: string): boolean {
  return named === here || here.startsWith(`${named}+`);
}
