import { ModelError } from "@tributary/core";

/**
 * JSON text of a value: same value, same bytes, keys in the order in which they were set, a line end at the end.
 *
 * @param indent Spaces a level for files that people read; none for the many small ones that pages load.
 * @throws {ModelError} `not-finite` with the path of a number that JSON would turn into `null`.
 */
export function encodeJson(value: unknown, indent?: number): string {
  checkNumbers(value, "");
  return `${JSON.stringify(value, null, indent)}\n`;
}

function checkNumbers(value: unknown, path: string): void {
  if (typeof value === "number" && !Number.isFinite(value))
    throw new ModelError("not-finite", `The result ${path || "value"} is ${value}.`);
  if (ArrayBuffer.isView(value) || value instanceof Map || value instanceof Set)
    throw new TypeError(`${path || "The value"} has no JSON form.`);
  if (typeof value !== "object" || value === null) return;
  for (const [key, part] of Object.entries(value)) checkNumbers(part, path ? `${path}.${key}` : key);
}
