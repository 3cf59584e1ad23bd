import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { addPolicy } from "./content-policy.ts";

const page = (head: string, body = "") =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
const policyOf = (html: string) => /content-security-policy" content="([^"]*)"/.exec(addPolicy(html))?.[1];
const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

test("inline scripts and styles are allowed by hash, each once, data blocks not at all", () => {
  const policy = policyOf(
    page(
      '<script type="application/ld+json">{}</script><style>a{}</style>',
      '<script>go()</script><script>go()</script><script type="module" src="a.js"></script>',
    ),
  );
  expect(policy).toContain(`script-src 'self' 'wasm-unsafe-eval' ${hash("go()")}; style-src 'self' ${hash("a{}")}`);
  expect(policy).not.toContain("unsafe-inline");
  expect(policy).not.toMatch(/https?:|\*/);
});

test("a page without scripts allows files of the site only", () => {
  expect(policyOf(page(""))).toMatch(/script-src 'self' 'wasm-unsafe-eval'; style-src 'self'$/);
});

test.each(['<p style="color:red">', '<img src="x" onerror="alert(1)">', '<input type="range" style="--from: 1%">'])(
  "what the policy would disarm is refused: %s",
  (body) => {
    expect(() => addPolicy(page("", body))).toThrow("forbids what this page holds inline");
  },
);

test("words that look like handlers are left alone", () => {
  expect(() => addPolicy(page("", '<p>one="two"</p><code>&lt;p style="x"&gt;</code>'))).not.toThrow();
  expect(() => addPolicy("<html><head></head></html>")).toThrow("has to begin its head");
});
