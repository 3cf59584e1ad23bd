import { crc32 as zlibCrc32 } from "node:zlib";
import { InputError } from "@tributary/core";
import fc from "fast-check";
import { deflateSync, strToU8 } from "fflate";
import { describe, expect, test } from "vitest";
import { encodeScenario } from "../scenario/encode-scenario.ts";
import { SAMPLE_SCENARIO } from "../testing/sample-scenario.ts";
import { decodeBase64url, encodeBase64url } from "./base64url.ts";
import { crc32 } from "./crc32.ts";
import { inflateText } from "./inflate-text.ts";
import { decodeLink, encodeLink } from "./link.ts";

const RELEASE = "open-2026.1";
const LINK = encodeLink(SAMPLE_SCENARIO);

/** A link that holds any text, well packed, as older links are: without a checksum. */
const packUnchecked = (text: string, release = RELEASE) =>
  `1.${release}.${encodeBase64url(deflateSync(strToU8(text)))}`;
/** The same with one. */
const pack = (text: string, release = RELEASE) => seal(packUnchecked(text, release).replace(/^1/, "2"));
function seal(text: string): string {
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(zlibCrc32(text));
  return `${text}.${sum.toString("base64url")}`;
}
const open = (link: string) => decodeLink(link, { release: RELEASE, year: 2017 });
/** The sample's text with one part of it replaced. */
const edit = (from: string, to: string) => {
  const text = encodeScenario(SAMPLE_SCENARIO);
  expect(text).toContain(from);
  return text.replace(from, to);
};

test("a scenario comes back as it went, and its link holds only what addresses carry", () => {
  expect(LINK).toMatch(/^2\.open-2026\.1\.[\w-]+\.[\w-]{6}$/);
  expect(open(LINK)).toEqual({ scenario: SAMPLE_SCENARIO, release: RELEASE, notices: [] });
});

test.each(["https://example.org/simulator/?lang=zh&s=LINK#top", "?s=LINK", " LINK\n"])(
  "%j is opened too",
  (address) => {
    expect(open(address.replace("LINK", LINK)).scenario).toEqual(SAMPLE_SCENARIO);
  },
);

test("the same scenario has the same link, whatever the order of its keys", () => {
  const turned = JSON.parse(
    JSON.stringify(SAMPLE_SCENARIO, (_, value) =>
      value && typeof value === "object" && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    ),
  );
  expect(encodeLink(turned)).toBe(LINK);
});

test("brackets in a text are no depth", () => {
  const description = { en: "[".repeat(50), zh: `"\\${"{".repeat(50)}` };
  expect(open(encodeLink({ ...SAMPLE_SCENARIO, description })).scenario.description).toEqual(description);
});

test("a link to work on the next release goes through an address as it is, and that takes links to the release before", () => {
  const base = { ...SAMPLE_SCENARIO.base, release: `${RELEASE}+dev` };
  const link = encodeLink({ ...SAMPLE_SCENARIO, base });
  const read = new URLSearchParams(`?s=${link}`).get("s");
  expect(decodeLink(read!, { release: base.release }).scenario.base).toEqual(base);
  expect(decodeLink(LINK, { release: base.release, year: 2017 }).notices).toEqual([]);
  expect(decodeLink(link, { release: RELEASE, year: 2017 }).notices).toHaveLength(1);
});

test("a link made on another release or for another year opens, with a notice of each", () => {
  const { scenario, notices } = decodeLink(LINK, { release: "open-2027.1", year: 2020 });
  expect(scenario).toEqual(SAMPLE_SCENARIO);
  expect(notices.map(({ en }) => en)).toEqual([
    expect.stringContaining("made on the release open-2026.1; here it is applied to open-2027.1"),
    expect.stringContaining("made for 2017; here it is applied to the economy of 2020"),
  ]);
  expect(notices.map(({ zh }) => zh)).toEqual([
    expect.stringContaining("这里用于 open-2027.1"),
    expect.stringContaining("这里用于 2020 年"),
  ]);
});

test("a link of an earlier release opens as it was copied then, with a notice", () => {
  const copied =
    "1.open-2026.1.TVK9btswEH4V42bZpRy7AbR26d7R8EBRF-sAmVSPpANX0FCgU9GpHbrnDdosfqA2bd4iRypOrIm4-37uvtMA3rS411BBYKpj0HxceINWM7k3hxIKoEaapkNtkeex94FR7-c-IHbSDRQ6hGoAtAJ7N8FmZ9jsDPvUSvfP6evD6fT4_e7xx-f_X379u7uHsYAGvWHqAzlReNb5kGizzQ27_ew91kjbs8bD7_u_335OGolda5_tGcU6PcH1aOdLtXy7SNMfUTNUS1VeC7jDA7KHajNMT0G_LNSg0Vw7S17nUQq4bZGztmPakRXeAD27A1kj5Q2UV0o-2IqwRxNcVoZylSum1XaX2T2y5Bmgml-pcSxerX3s-44kVN_STbg0rOMxIQYwFI5JdLVSYpaFZYImGpETq_VknumC9q1OfLVYFpCiy7nEdB5oiAOhDymy4C4a02GlIfYUWso3uNxSrKct5dsKWfMOs9s023m0Aj5GbeVvSDUXg3dR1m6k_rp_uRb3KLocNNmEHKBhfSu5rZVKKQpBbrVcqWtVjuMT";
  const { scenario, release, notices } = decodeLink(copied, { release: "open-2027.1", year: 2017 });
  expect(scenario).toEqual(SAMPLE_SCENARIO);
  expect(release).toBe("open-2026.1");
  expect(notices).toHaveLength(1);
});

describe("refuses", () => {
  test.each([
    ["nothing", "", "it has not the form"],
    ["text without a scenario", "1.open-2026.1.", "it was cut off"],
    ["a checked text without a scenario", seal("2.open-2026.1."), "it was cut off"],
    ["a link without its checksum", LINK.slice(0, -7), "it was cut off or changed"],
    ["a checked link passed off as an older one", LINK.replace(/^2/, "1"), "it was cut off or changed"],
    ["a link cut short", LINK.slice(0, -20), "it was cut off or changed"],
    ["signs that no link has", `${packUnchecked("{}")}%`, "characters that no link has"],
    ["another version", LINK.replace(/^2/, "3"), 'its version is "3", and this program knows 2'],
    ["a link of any length", `1.${RELEASE}.${"A".repeat(8000)}`, "more than the 8000"],
    ["a text that is no JSON", pack("{"), "is no scenario"],
    ["JSON nested without end", pack("[".repeat(30_000)), "more than 20 levels deep"],
    ["a bomb", pack("0".repeat(5_000_000)), "unpacks to more than 65536"],
    ["two releases", pack(encodeScenario(SAMPLE_SCENARIO), "other-1"), 'names the release "other-1"'],
  ])("%s", (_name, link, reason) => {
    expect(() => open(link)).toThrow(reason);
    expect(() => open(link)).toThrow(InputError);
  });

  test.each([
    [
      "a lever nobody knows",
      edit('"supplier-shift"', '"supplier-gift"'),
      'levers[1].lever  there is no lever "supplier-gift"',
    ],
    ["an older lever without id", edit('"lever":"supplier-shift",', ""), 'levers[1].lever  "lever" is missing'],
    ["a share above one", edit('"share":0.2', '"share":1.2'), "levers[1].shift.share  1.2 is above 1"],
    ["a setting nobody knows", edit('"share":0.2', '"share":0.2,"x":1'), 'levers[1].shift.x  unknown key "x"'],
    ["__proto__", edit('"id":', '"__proto__":{"levers":[]},"id":'), 'unknown key "__proto__"'],
    ["constructor in a lever", edit('"percent":-30', '"percent":-30,"constructor":1'), 'unknown key "constructor"'],
    ["a newer scenario", edit("scenario/v1", "scenario/v2"), "version 2 is newer than this program"],
    ["a file it extends", edit('"levers":', '"extends":"/etc/passwd","levers":'), 'unknown key "extends"'],
    ["a list", "[]", "scenario  is a list"],
  ])("%s, and says where", (_name, text, message) => {
    expect(() => open(pack(text))).toThrow(message);
    expect(() => open(pack(text))).toThrow(InputError);
  });
});

test("no single wrong, lost or doubled sign opens a link", () => {
  const signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";
  const opened = (link: string) => {
    try {
      return decodeLink(link);
    } catch (error) {
      return error instanceof InputError ? null : error;
    }
  };
  for (let i = 0; i < LINK.length; i++) {
    const [before, after] = [LINK.slice(0, i), LINK.slice(i + 1)];
    expect(opened(before + after)).toBeNull();
    expect(opened(before + LINK[i] + LINK[i] + after)).toBeNull();
    for (const sign of signs) if (sign !== LINK[i]) expect(opened(before + sign + after)).toBeNull();
  }
});

test("the checksum is that of zlib", () => {
  expect(crc32(strToU8("123456789"))).toBe(0xcbf43926);
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => crc32(bytes) === zlibCrc32(bytes)));
});

test("a bomb is stopped while it inflates: its damaged end is never reached", () => {
  const bomb = deflateSync(new Uint8Array(20_000_000));
  const damaged = new Uint8Array([...bomb.subarray(0, -9), 7, 7, 7]);
  expect(() => inflateText(damaged, 1e9)).toThrow();
  expect(inflateText(damaged, 65_536)).toBeNull();
});

test("what no address holds is refused, not cut", () => {
  const random = Array.from({ length: 2000 }, (_, i) => String(100_000 + ((i * 7919 * 31) % 899_981)));
  const levers = [{ ...SAMPLE_SCENARIO.levers[0], where: { origins: { city: random }, sectors: "all" } }];
  expect(() => encodeLink({ ...SAMPLE_SCENARIO, levers })).toThrow("share the scenario as a file");
});

test("base64url is that of Node, and comes back", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const text = encodeBase64url(bytes);
      expect(text).toBe(Buffer.from(bytes).toString("base64url"));
      expect(decodeBase64url(text)).toEqual(bytes);
    }),
  );
});

describe("mutated links open or are refused with an InputError, nothing else", () => {
  const edits = fc.array(
    fc.tuple(
      fc.nat(),
      fc.constantFrom("replace", "insert", "delete", "cut"),
      fc.string({ minLength: 1, maxLength: 3 }),
    ),
    { minLength: 1, maxLength: 5 },
  );
  const mutate = (text: string, list: [number, string, string][]) =>
    list.reduce((at, [place, kind, sign]) => {
      const i = place % (at.length + 1);
      const kept = { replace: at.slice(i + 1), insert: at.slice(i), delete: at.slice(i + 1), cut: "" }[kind];
      return at.slice(0, i) + (kind === "delete" || kind === "cut" ? "" : sign) + kept;
    }, text);
  const expectOpenOrRefused = (link: string) => {
    try {
      const { scenario } = open(link);
      // Compared as text: JSON knows −0 when it is read, and does not write it.
      expect(encodeScenario(open(encodeLink(scenario)).scenario)).toBe(encodeScenario(scenario));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      expect(["bad-link", "bad-scenario"]).toContain(error.code);
    }
  };

  test.each([
    ["its characters", (list: [number, string, string][]) => mutate(LINK, list)],
    [
      "characters of an older one",
      (list: [number, string, string][]) => mutate(packUnchecked(encodeScenario(SAMPLE_SCENARIO)), list),
    ],
    ["the JSON in it", (list: [number, string, string][]) => pack(mutate(encodeScenario(SAMPLE_SCENARIO), list))],
  ])("%s", (_name, change) => {
    fc.assert(
      fc.property(edits, (list) => expectOpenOrRefused(change(list))),
      { numRuns: 1000 },
    );
  });

  test("any JSON in it", () => {
    fc.assert(
      fc.property(fc.json(), (text) => expectOpenOrRefused(pack(text))),
      { numRuns: 500 },
    );
  });
});
