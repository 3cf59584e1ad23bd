import type { Model } from "@tributary/core";
import type { AnyManifest } from "../store/manifest-reader.ts";

/** What the files of results are held against. */
export interface ResultsOf {
  folder: string;
  manifest: AnyManifest;
  sha256: string;
  files: readonly string[];
  /** By year; none where arrays are left out. */
  models: ReadonlyMap<number, Model>;
}
