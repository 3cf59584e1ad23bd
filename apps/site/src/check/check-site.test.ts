import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { checkBudgets } from "./budgets.ts";
import { checkGlyphs } from "./glyphs.ts";
import { checkLinks, checkTranslations } from "./links.ts";
import { checkLoads, checkPolicies } from "./loads.ts";
import { readSiteFacts } from "./site-facts.ts";
import { checkValidity } from "./validity.ts";

let dist = "";
afterEach(() => rmSync(dist, { recursive: true }));

const POLICY = `<meta http-equiv="content-security-policy" content="default-src 'self'">`;

/** A page that names itself and its translation. */
const page = (lang: "en" | "zh-CN", path: string, body: string, head = POLICY) => {
  const up = "../".repeat(path.split("/").length - 1 + (lang === "en" ? 0 : 1));
  const link = (rel: string, to: string) => `<link rel="${rel}" href="${up}${to}">`;
  const other = (name: string, to: string) => link(`alternate" hreflang="${name}`, to);
  const [en, zh] = [path, `zh/${path}`];
  const names = `${link("canonical", lang === "en" ? en : zh)}${other("en", en)}${other("zh-CN", zh)}${other("x-default", en)}`;
  return `<!DOCTYPE html>\n<html lang="${lang}"><head><meta charset="utf-8">${head}<title>t</title>${names.replaceAll('href=""', 'href="./"')}</head><body><main id="main">${body}</main></body></html>`;
};

function makeSite(files: Record<string, string>) {
  dist = mkdtempSync(join(tmpdir(), "tributary-check-"));
  const translations = Object.keys(files)
    .filter((file) => file.endsWith("index.html") && !file.startsWith("zh/") && !(`zh/${file}` in files))
    .map((file) => [`zh/${file}`, page("zh-CN", file.replace("index.html", ""), "")]);
  for (const [file, text] of [...Object.entries(files), ...translations]) {
    mkdirSync(dirname(join(dist, file!)), { recursive: true });
    writeFileSync(join(dist, file!), text!);
  }
  return readSiteFacts(dist);
}

test("links that lead nowhere are named, and why", async () => {
  const site = await makeSite({
    "index.html": page(
      "en",
      "",
      '<a href="a/">a</a><a href="a/#here">b</a><a href="a/#gone">c</a><a href="b/?x=1">d</a><a href="a.csv">e</a><a href="https://doi.org/10">f</a>',
    ),
    "a/index.html": page("en", "a/", '<p id="here"></p><a href="../">up</a><a href="javascript:alert(1)">x</a>'),
  });
  expect(checkLinks(site).problems).toEqual([
    "a/index.html: javascript:alert(1) runs a script",
    "index.html: a/#gone has no #gone",
    "index.html: b/?x=1 has no file",
    "index.html: a.csv has no file",
  ]);
});

test("a page without translation, or whose translation names another, is found", async () => {
  const site = await makeSite({
    "index.html": page("en", "", ""),
    "a/index.html": page("en", "a/", ""),
    "zh/a/index.html": page("zh-CN", "", ""),
    "b/index.html": '<html lang="en"><head></head><body></body></html>',
  });
  const { problems } = checkTranslations(site);
  expect(problems).toContain("a/index.html: zh/a/index.html does not name it back");
  expect(problems).toContain("b/index.html: has no page in zh-CN");
  expect(problems.filter((problem) => problem.startsWith("index.html"))).toEqual([]);
});

test("whatever is asked of another site is found, in pages and in style sheets", async () => {
  const site = await makeSite({
    "index.html": page("en", "", '<a href="https://example.org/">read</a><img src="https://example.org/a.png" alt="">'),
    "a/index.html": page("en", "a/", '<script src="//cdn.example.org/x.js"></script>', ""),
    "x.css": '@import "https://example.org/y.css";a{background:url(data:image/png;base64,AA)}',
  });
  expect((await checkLoads(site)).problems.sort()).toEqual([
    "a/index.html: asks //cdn.example.org/x.js",
    "index.html: asks https://example.org/a.png",
    "x.css: asks https://example.org/y.css",
  ]);
  expect(checkPolicies(site).problems).toEqual(["a/index.html: has no content security policy"]);
});

test("a policy that allows inline code is found", async () => {
  const loose = POLICY.replace("'self'", "'self'; script-src 'unsafe-inline'");
  const site = await makeSite({ "index.html": page("en", "", "", loose) });
  expect(checkPolicies(site).problems).toEqual(["index.html: the policy allows 'unsafe-inline'"]);
});

test("a profile over its weight, and HTML that is none, are found", async () => {
  const noise = Array.from({ length: 40_000 }, (_, i) => Math.sin(i).toString(36).slice(3, 7)).join(" ");
  const site = await makeSite({
    "index.html": page("en", "", "<p>one<div>two</div></p>"),
    "cities/1-a/index.html": page("en", "cities/1-a/", `<p>${noise}</p>`),
  });
  expect((await checkBudgets(site)).problems).toEqual([
    expect.stringMatching(/^cities\/1-a\/index\.html: [\d.]+ kB of/),
  ]);
  expect((await checkValidity(site, true)).problems.join()).toMatch(/^index\.html:\d+:\d+: .*\[/);
});

test("a character that no font has is found", async () => {
  const site = await makeSite({
    "index.html": page("en", "", "a &amp; 足"),
    "fonts/en.css": "",
    "fonts/zh.css": "",
  });
  expect((await checkGlyphs(site)).problems).toContain("index.html: no font has 足 (U+8db3)");
});
