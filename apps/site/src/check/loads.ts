import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { addressOf, type Findings, fileAt, type SiteFacts } from "./site-facts.ts";

const ADDRESSES = /url\(\s*["']?([^"')]+)["']?\s*\)|@import\s+["']([^"']+)["']/g;

/** Addresses that style sheets and drawings ask for. */
async function listSheetLoads({ dist, files }: SiteFacts): Promise<[string, string][]> {
  const sheets = [...files].filter((file) => file.endsWith(".css"));
  const texts = await Promise.all(sheets.map((file) => readFile(join(dist, file), "utf8")));
  return sheets.flatMap((file, i) =>
    [...texts[i]!.matchAll(ADDRESSES)].map(([, url, imported]): [string, string] => [file, (url ?? imported)!]),
  );
}

/** Nothing that a page loads comes from another site. */
export async function checkLoads(site: SiteFacts): Promise<Findings> {
  const loads = [...site.pages.values()].flatMap(({ file, loads }) =>
    loads.map((load): [string, string] => [file, load]),
  );
  const all = [...loads, ...(await listSheetLoads(site))];
  const problems = all
    .filter(([, load]) => !/^(data:|#)/.test(load))
    .filter(([file, load]) => fileAt(site, new URL(load, addressOf(site, file))) === null)
    .map(([file, load]) => `${file}: asks ${load}`);
  return { id: "third parties", looked: `${all.length} files asked for`, problems: [...new Set(problems)] };
}

/** Every page has a policy that allows nothing inline but by its hash, and no other site. */
export function checkPolicies({ pages }: SiteFacts): Findings {
  const problems = [...pages.values()].flatMap(({ file, policy }) => {
    if (policy === null) return [`${file}: has no content security policy`];
    const loose = /'unsafe-(inline|eval)'|https?:|\*/.exec(policy);
    return loose || !/default-src '(self|none)'/.test(policy)
      ? [`${file}: the policy allows ${loose?.[0] ?? "anything"}`]
      : [];
  });
  return { id: "content security policy", looked: `${pages.size} pages`, problems };
}
