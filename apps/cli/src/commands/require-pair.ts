import { InputError } from "@tributary/core";

/**
 * What results of two years have and those of one do not.
 *
 * @throws {InputError} `one-year`.
 */
export function requirePair<T>(value: T | null): T {
  if (value !== null) return value;
  throw new InputError(
    "one-year",
    "The results are of one year, and this compares two. Import another year and run the model again.",
  );
}
