import { expect, test } from "vitest";
import { readSiteAddress } from "./site-address.ts";

test.each([
  [{}, { origin: null, base: "/", root: null }],
  [{ BASE_PATH: "carbon" }, { origin: null, base: "/carbon/", root: null }],
  [{ SITE_URL: "https://example.org" }, { origin: "https://example.org", base: "/", root: "https://example.org/" }],
  [
    { SITE_URL: "https://example.org/carbon" },
    { origin: "https://example.org", base: "/carbon/", root: "https://example.org/carbon/" },
  ],
  [
    { SITE_URL: "https://example.org/carbon/", BASE_PATH: "/carbon" },
    { origin: "https://example.org", base: "/carbon/", root: "https://example.org/carbon/" },
  ],
])("%o", (env, address) => {
  expect(readSiteAddress(env)).toEqual(address);
});

test.each([
  ["example.org", 'SITE_URL is "example.org"'],
  ["ftp://example.org", "must be the address of the site"],
  ["https://example.org/?a=1", "must be the address of the site"],
])("%s is refused", (SITE_URL, message) => {
  expect(() => readSiteAddress({ SITE_URL })).toThrow(message);
});

test("two paths are refused", () => {
  expect(() => readSiteAddress({ SITE_URL: "https://example.org/a", BASE_PATH: "/b" })).toThrow(
    "SITE_URL says the path /a/, BASE_PATH says /b/: state one.",
  );
});
