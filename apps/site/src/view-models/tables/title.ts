import type { DenseManifest } from "@tributary/core";
import type { Lang } from "../../lib/lang.ts";

/** What the table is called: the title of its source where all years have one, else the label of the release. */
export function titleOf({ sources, label }: Pick<DenseManifest, "sources" | "label">, lang: Lang): string {
  const titles = new Set(sources.map(({ title }) => title));
  return titles.size === 1 ? [...titles][0]! : label[lang];
}
