import { expect, test } from "vitest";
import { rewritePage, rewriteSheet } from "./rewrite-page.ts";

const rewrite = (body: string, file = "zh/a/index.html", base = "/") =>
  /<\/p>([\s\S]*)<\/main>/.exec(
    rewritePage(`<meta charset="utf-8"><main id="main">${body}</main>`, { file, base }, "Offline."),
  )?.[1];

test.each([
  ["../", "../index.html"],
  ["./", "./index.html"],
  ["../b/#c", "../b/index.html#c"],
  ["../b/?s=1/2#c", "../b/index.html?s=1/2#c"],
  ["b.csv", "b.csv"],
  ["#c", "#c"],
  ["https://doi.org/10/", "https://doi.org/10/"],
  ["mailto:a@b.c", "mailto:a@b.c"],
  ["/_astro/a.css", "../../_astro/a.css"],
])("a link to %s leads to %s", (from, to) => {
  expect(rewrite(`<a class="x" href="${from}">a</a>`)).toBe(`<a class="x" href="${to}">a</a>`);
});

test("below a path of its own, links from the root of the host are relative too", () => {
  expect(rewrite('<a href="/carbon/b/">a</a>', "index.html", "/carbon/")).toBe('<a href="b/index.html">a</a>');
});

test("a page that leads on leads to a file", () => {
  expect(rewrite('<meta http-equiv="refresh" content="0; url=../b/">')).toBe(
    '<meta http-equiv="refresh" content="0; url=../b/index.html">',
  );
});

test("scripts and fields go, what is said without scripts stays", () => {
  const body =
    '<script>x</script><script type="application/ld+json">{}</script><astro-island uid="1" props="{&quot;a&quot;:1}">' +
    '<form class="find" role="search"><label for="q">L</label><div class="box"><input id="q"><button>Go</button></div><p>Or start with</p></form>' +
    "</astro-island><noscript><p>Needs JavaScript.</p></noscript>";
  expect(rewrite(body)).toBe(
    '<script type="application/ld+json">{}</script><astro-island><div><p>Or start with</p></div></astro-island><p>Needs JavaScript.</p>',
  );
});

test("a page on a disk has a policy that runs nothing, asks no host, and knows its styles by hash", () => {
  const policy = '<meta http-equiv="content-security-policy" content="script-src \'self\'">';
  const html = `<meta charset="utf-8">${policy}<style>a{}</style><main id="main"><script>x</script></main>`;
  const [, written, ...others] = rewritePage(html, { file: "index.html", base: "/" }, "").split("http-equiv=");
  expect(others).toEqual([]);
  expect(written).toMatch(/^"content-security-policy" content="default-src 'none'; /);
  expect(written).toMatch(/; script-src 'none'; style-src 'self' file: 'sha256-[\w+/=]+'">/);
  expect(written).not.toMatch(/https?:|unsafe|\*/);
});

test("rules for pages without scripts hold", () => {
  expect(rewriteSheet("@media (scripting:none){.a{display:none}}")).toBe("@media all{.a{display:none}}");
});
