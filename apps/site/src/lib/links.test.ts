import { expect, test } from "vitest";
import { href, isWebAddress, NOT_FOUND, toRoot } from "./links.ts";

const changsha = { lang: "en", path: "cities/430100-changsha/" } as const;

test.each([
  [changsha, { lang: "en", path: "" }, "../../"],
  [changsha, { lang: "zh", path: changsha.path }, "../../zh/cities/430100-changsha/"],
  [{ lang: "zh", path: changsha.path }, changsha, "../../../cities/430100-changsha/"],
  [changsha, { lang: "en", path: "cities/" }, "../"],
  [changsha, { lang: "en", path: "cities/110000-beijing/" }, "../110000-beijing/"],
  [changsha, { lang: null, path: "cities/430100-changsha/origins.csv" }, "origins.csv"],
  [
    { lang: "zh", path: changsha.path },
    { lang: null, path: "cities/430100-changsha/a.csv" },
    "../../../cities/430100-changsha/a.csv",
  ],
  [changsha, { lang: "en", path: "methods/#open-estimate" }, "../../methods/#open-estimate"],
  [changsha, { lang: "en", path: `${changsha.path}#why` }, "#why"],
  [{ lang: "en", path: "" }, { lang: "en", path: "" }, "./"],
  [{ lang: "en", path: "" }, { lang: "zh", path: "" }, "zh/"],
  [{ lang: "zh", path: "" }, { lang: "en", path: "" }, "../"],
] as const)("links are relative: %o to %o", (from, to, link) => {
  expect(href(from, to)).toBe(link);
});

test("the page for missing addresses links from the root", () => {
  expect(href({ lang: "zh", path: NOT_FOUND }, { lang: "zh", path: "cities/" })).toBe("/zh/cities/");
});

test("the root is found from any depth", () => {
  expect(toRoot(changsha)).toBe("../../");
  expect(toRoot({ lang: "zh", path: "" })).toBe("../");
  expect(toRoot({ lang: "en", path: "" })).toBe("./");
});

test.each([
  ["https://www.ceads.net", true],
  ["HTTP://example.org/a?b", true],
  ["javascript:alert(1)", false],
  [" javascript:alert(1)", false],
  ["data:text/html,<script>alert(1)</script>", false],
  ["java\nscript:alert(1)", false],
  ["//example.org", false],
  [undefined, false],
])("%s is an address of the web: %s", (address, is) => expect(isWebAddress(address)).toBe(is));
