import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";
import { CATALOG } from "../packages/core/src/catalog.ts";

const ROOT = resolve(import.meta.dirname, "..");
/** Folders that hold code or data with references to the documents. */
const SOURCES = ["packages", "apps", "data", "bench"].map((folder) => join(ROOT, folder));
const SKIPPED = new Set(["node_modules", "dist", ".astro", ".cache", ".turbo"]);
const CODE = /\.(ts|js|astro|svelte|md|yaml)$/;
const REFERENCE = /docs\/[\w/-]+\.md(?:#[\w-]+)?/g;
const LINK = /\]\(([^)\s]+)\)/g;

/** Every document: those in docs and those at the root. */
const documents = [
  ...listFiles(join(ROOT, "docs"), /\.md$/),
  ...readdirSync(ROOT)
    .filter((file) => file.endsWith(".md"))
    .map((file) => join(ROOT, file)),
];

test("every document and anchor named in the code exists", () => {
  const named = SOURCES.filter(existsSync)
    .flatMap((folder) => listFiles(folder, CODE))
    .flatMap((file) => (readFileSync(file, "utf8").match(REFERENCE) ?? []).map((reference) => ({ file, reference })));
  expect(named.length).toBeGreaterThan(0);
  const broken = named.filter(({ reference }) => !resolves(ROOT, reference));
  expect(broken.map(({ file, reference }) => `${relative(ROOT, file)}: ${reference}`)).toEqual([]);
});

test("every quantity of the catalogue has its section in docs/method.md", () => {
  const broken = Object.entries(CATALOG).filter(([, { anchor }]) => !resolves(ROOT, `docs/method.md#${anchor}`));
  expect(broken.map(([id]) => id)).toEqual([]);
});

test.each(documents.map((file) => [relative(ROOT, file), file]))("relative links of %s resolve", (_, file) => {
  const links = [...withoutCode(readFileSync(file, "utf8")).matchAll(LINK)].map(([, link]) => link);
  const broken = links.filter((link) => !/^[a-z]+:/.test(link) && !resolves(dirname(file), link, file));
  expect(broken).toEqual([]);
});

/** Whether `path#anchor`, seen from a folder, leads somewhere; `#anchor` alone stays in its own document. */
function resolves(folder: string, link: string, from = ""): boolean {
  const [path, anchor] = link.split("#");
  const target = path === "" ? from : resolve(folder, path);
  if (!existsSync(target)) return false;
  return anchor === undefined || listAnchors(target).has(anchor);
}

/** Anchors as code hosts make them from headings. */
function listAnchors(file: string): Set<string> {
  const headings = withoutFences(readFileSync(file, "utf8")).matchAll(/^#+ (.+)$/gm);
  return new Set(
    Array.from(headings, ([, title]) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, "")
        .replaceAll(" ", "-"),
    ),
  );
}

function withoutFences(text: string): string {
  return text.replace(/^```[\s\S]*?^```/gm, "");
}

function withoutCode(text: string): string {
  return withoutFences(text).replace(/`[^`\n]*`/g, "code");
}

function listFiles(folder: string, pattern: RegExp): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : listFiles(path, pattern);
    return pattern.test(entry.name) ? [path] : [];
  });
}
