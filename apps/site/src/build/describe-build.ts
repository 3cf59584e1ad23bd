import type { BuildReport } from "./build-report.ts";
import { isFiles, type UnitName } from "./units.ts";

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** Pages, and cities whose data files are meant. A page stands for a folder with its drawings. */
function count(units: readonly UnitName[]): string {
  const files = units.filter(isFiles).length;
  const pages = plural(units.length - files, "page", "pages");
  return files === 0 ? pages : `${pages} and the data files of ${plural(files, "city", "cities")}`;
}

/** What a build did and why, in a few lines. */
export function describeBuild({ rendered, reused, sitemap }: BuildReport, seconds: number): string {
  const reasons = new Map<string, number>();
  for (const reason of rendered.values()) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  const why = [...reasons].map(([reason, times]) => `${reason}: ${times}`).join(", ");
  const few = rendered.size > 0 && rendered.size <= 12 ? `\nRendered: ${[...rendered.keys()].join(", ")}.` : "";
  return [
    `${count([...rendered.keys()])} rendered${why === "" ? "" : ` (${why})`}, ${count(reused)} reused, in ${seconds.toFixed(1)} s.${few}`,
    sitemap ? "" : "No sitemap: it needs the address of the site, in SITE_URL.",
  ]
    .filter(Boolean)
    .join("\n");
}
