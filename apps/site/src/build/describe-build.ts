import type { BuildReport } from "./build-report.ts";

const pages = (count: number) => (count === 1 ? "1 page" : `${count} pages`);

/** What a build did and why, in a few lines; a page stands for a folder with its files. */
export function describeBuild({ rendered, reused, sitemap }: BuildReport, seconds: number): string {
  const reasons = new Map<string, number>();
  for (const reason of rendered.values()) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  const why = [...reasons].map(([reason, count]) => `${reason}: ${count}`).join(", ");
  const few = rendered.size > 0 && rendered.size <= 12 ? `\nRendered: ${[...rendered.keys()].join(", ")}.` : "";
  return [
    `${pages(rendered.size)} rendered${why === "" ? "" : ` (${why})`}, ${reused.length} reused, in ${seconds.toFixed(1)} s.${few}`,
    sitemap ? "" : "No sitemap: it needs the address of the site, in SITE_URL.",
  ]
    .filter(Boolean)
    .join("\n");
}
