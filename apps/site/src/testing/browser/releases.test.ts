import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type ReleaseRecord, readHeadlineFigures } from "@tributary/core";
import { DOMParser } from "linkedom";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { makeResults } from "../make-results.ts";
import { type GoldenSite, makeGoldenSite, readPage } from "./golden-site.ts";

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const CODE = "430100";
const PROFILE = "cities/430100-changsha/";

let site: GoldenSite;

/** The record of an earlier release: as the one that is built, but for some figures of one city. */
function makeRecord(): ReleaseRecord {
  const { summary, cities } = makeResults(3);
  const figures = readHeadlineFigures(summary, cities);
  const earlier = figures.regions.map((region) =>
    region.code === CODE
      ? { ...region, footprint: { ...region.footprint, 2017: 12_340_000 }, class: "weak" as const }
      : region,
  );
  return {
    ...{ schema: "tributary.release-record/v1", id: "earlier-1", published: "2026-01-31", kind: "open-estimate" },
    ...{ label: { en: "Earlier", zh: "旧版" }, version: "0.0.1", previous: null, causes: [] },
    inputs: { data: {}, method: {}, code: "0".repeat(64), boundary: "0".repeat(64) },
    figures: { ...figures, regions: earlier },
  };
}

/** Change the manifest of the release. */
function setTerms(terms: { redistributable: boolean; resultsRedistributable: boolean }): void {
  const file = site.edit("manifest.json");
  const manifest = JSON.parse(readFileSync(file, "utf8"));
  const sources = manifest.sources.map((source: object) => ({ ...source, ...terms }));
  writeFileSync(file, JSON.stringify({ ...manifest, redistributable: terms.redistributable, sources }));
}

/** Words of a page, or of one of its sections. */
function textOf(html: string, section?: string): string {
  const part = section === undefined ? html : (html.split(`id="${section}"`)[1]?.split("</section>")[0] ?? "");
  return part.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
}

beforeAll(() => {
  site = makeGoldenSite();
  writeFileSync(join(site.archive, "earlier-1.json"), JSON.stringify(makeRecord()));
  const causes =
    "since: earlier-1\ncauses:\n  - cause: data\n    note: {en: Its inventory was revised., zh: 清单已修订。}\n";
  writeFileSync(join(site.archive, "next.yaml"), causes);
  const { ok, said } = site.build();
  if (!ok) throw new Error(said);
});
afterAll(() => site?.remove());

describe("what changed since the last release", () => {
  test("stands on the page of the city that moved, with old, new and cause, in both languages", () => {
    const en = textOf(readPage(site, `${PROFILE}index.html`), "changes");
    expect(en).toMatch(/Since release earlier-1 of 31 January 2026, 2 headline figures of this city have moved\./);
    expect(en).toMatch(/Footprint, 2017 12\.3 Mt [\d.]+ [Mk]t data/);
    expect(en).toContain("Data. Its inventory was revised.");
    const zh = textOf(readPage(site, `zh/${PROFILE}index.html`), "changes");
    expect(zh).toContain("与版本 earlier-1（2026年1月31日）相比，本市有 2 个主要数字发生变化。");
    expect(zh).toContain("清单已修订。");
    expect(readPage(site, `${PROFILE}changes.csv`)).toMatch(/footprint,2017,12340000,\d+,/);
  });

  test("others say that nothing moved", () => {
    const [other] = globSync("cities/1*/index.html", { cwd: site.dist }).concat(
      globSync("cities/4403*/index.html", { cwd: site.dist }),
      globSync("cities/1302*/index.html", { cwd: site.dist }),
    );
    expect(textOf(readPage(site, other!), "changes")).toContain(
      "None of the headline figures of this city has moved, as printed, since release earlier-1",
    );
  });

  test("the changelog has the work on the next release and the earlier one; its data page the record", () => {
    const page = textOf(readPage(site, "changelog/index.html"));
    expect(page).toContain("Since earlier-1, 2 headline figures of 1 city moved as printed; 1 city changed its class.");
    expect(page).toContain("earlier-1, 31 January 2026");
    expect(page).toContain("First release: 3 cities.");
    expect(readPage(site, "data/index.html")).toContain("releases/earlier-1.json");
    expect(existsSync(join(site.dist, "data/releases/earlier-1.json"))).toBe(true);
    expect(readPage(site, "index.html")).toContain('href="changelog/"');
  });

  test.each(["", "zh/"])("the feed /%sfeed.xml is XML with an entry a published release", (lang) => {
    const document = new DOMParser().parseFromString(readPage(site, `${lang}feed.xml`), "text/xml");
    const tell = (selector: string) => [...document.querySelectorAll(selector)].map(({ textContent }) => textContent);
    expect(document.documentElement.getAttribute("xmlns")).toBe("http://www.w3.org/2005/Atom");
    expect(tell("entry > title")).toEqual([expect.stringContaining("earlier-1")]);
    expect(tell("feed > updated")).toEqual(["2026-01-31T00:00:00Z"]);
    expect(tell("id").every((id) => /^urn:uuid:[0-9a-f-]{36}$/.test(id ?? ""))).toBe(true);
    expect(readPage(site, `${lang}index.html`)).toContain('type="application/atom+xml"');
  });
});

describe("licences", () => {
  test("where only results may be passed on, no table reaches the site: no arrays, no model of the simulator", () => {
    expect(existsSync(join(site.dist, "simulator/model.bin"))).toBe(true);
    setTerms({ redistributable: false, resultsRedistributable: true });
    const { ok, said } = site.build();
    expect(ok, said).toBe(true);
    const files = globSync("**/*", { cwd: site.dist });
    expect(files.filter((file) => /model|regions\.csv|data\/manifest\.json/.test(file))).toEqual([]);
    expect(textOf(readPage(site, "simulator/index.html"))).toContain("does not allow that to be passed on");
    expect(files).toContain("data/cities.csv");
  });

  test("where a source allows neither, nothing is built and the old pages stay", () => {
    setTerms({ redistributable: false, resultsRedistributable: false });
    const before = readPage(site, "index.html");
    const { ok, said } = site.build();
    expect(ok).toBe(false);
    expect(said).toContain("not marked as redistributable");
    expect(readPage(site, "index.html")).toBe(before);
  });
});
