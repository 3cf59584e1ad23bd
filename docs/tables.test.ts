import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { expect, test } from "vitest";
import { DOCUMENTS } from "./write-tables.ts";

test.each(DOCUMENTS.map(({ url, render }) => [basename(url.pathname), url, render] as const))(
  "%s is as the code says; otherwise run: node docs/write-tables.ts && npm run format",
  (_, url, render) => expect(withoutPadding(readFileSync(url, "utf8"))).toBe(withoutPadding(render())),
);

/** The formatter pads the cells of a table; that is no difference. */
function withoutPadding(text: string): string {
  return text.replace(/ +/g, " ").replace(/-{3,}/g, "---");
}
