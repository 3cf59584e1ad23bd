import { ModelError } from "@tributary/core";

/**
 * JSON text of a value: same value, same bytes, keys in the order in which they were set, a line end at the end.
 *
 * @param indent Spaces a level for files that people read; none for the many small ones that pages load.
 * @throws {ModelError} `not-finite` with the path of a number that JSON would turn into `null`.
 */
export function encodeJson(value: unknown, indent?: number): string {
  const fault = findFault(value);
  if (fault) {
    const path = fault.path.join(".");
    if (typeof fault.value === "number")
      throw new ModelError("not-finite", `The result ${path || "value"} is ${fault.value}.`);
    throw new TypeError(`${path || "The value"} has no JSON form.`);
  }
  return `${JSON.stringify(value, null, indent)}\n`;
}

/** The text of one object with the keys of two, from the texts of both without indents. */
export function joinJson(first: string, second: string): string {
  return `${first.slice(0, -2)},${second.slice(1)}`;
}

/** The first part that JSON cannot say, and where it is. The way is put together only once something is found. */
function findFault(value: unknown): { path: string[]; value: unknown } | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? undefined : { path: [], value };
  if (typeof value !== "object" || value === null) return undefined;
  if (ArrayBuffer.isView(value) || value instanceof Map || value instanceof Set) return { path: [], value };
  for (const key in value) {
    const fault = findFault(value[key as keyof typeof value]);
    if (fault) return { path: [key, ...fault.path], value: fault.value };
  }
  return undefined;
}
