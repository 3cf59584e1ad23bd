import type { z } from "zod";

/** What a schema says of a field; of one that is not there, in words that are no programmer's. */
export function describeMismatch({ message }: z.core.$ZodIssue): string {
  const missing = /expected (\w+), received undefined$/.exec(message);
  return missing ? `is missing; its type is ${missing[1]}` : message;
}
