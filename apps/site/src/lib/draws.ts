import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { type Draws, drawsSchema } from "@tributary/core";
import { RELEASE_DIR, readChecked } from "./data.ts";

let draws: Draws | null | undefined;

/**
 * How certain the classes of the release are, read once per build; null where no draws have been made of it.
 *
 * @throws {Error} If the file does not fit its schema.
 */
export function readDraws(): Draws | null {
  if (draws === undefined)
    draws = existsSync(resolve(RELEASE_DIR, "draws/draws.json"))
      ? readChecked("../draws/draws.json", drawsSchema)
      : null;
  return draws;
}
