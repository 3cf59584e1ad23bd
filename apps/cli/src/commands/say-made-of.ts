import { type DenseManifest, isMadeOfFactors, type Manifest } from "@tributary/core";
import type { Output } from "../output.ts";

/** Say that imported tables are solved by what they are made of, where that is so. */
export function sayMadeOf(manifest: Manifest | DenseManifest, output: Output): void {
  if (manifest.form === "dense" && isMadeOfFactors(manifest))
    output.message(
      `${manifest.id} is trade shares × technology: solved as such; "data import --dense" solves it cell by cell.`,
    );
}
