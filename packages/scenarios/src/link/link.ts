import { deflateSync, strToU8 } from "fflate";
import type { Messages } from "../messages/en.ts";
import { say } from "../messages/say.ts";
import { ScenarioError } from "../messages/scenario-error.ts";
import type { Text } from "../remark.ts";
import { encodeScenario } from "../scenario/encode-scenario.ts";
import { parseScenario } from "../scenario/parse-scenario.ts";
import type { Scenario } from "../scenario/scenario-schema.ts";
import { suitsRelease } from "../scenario/suits-release.ts";
import { decodeBase64url, encodeBase64url } from "./base64url.ts";
import { crc32 } from "./crc32.ts";
import { inflateText } from "./inflate-text.ts";

/** Version of the form of a link; the scenario in it has its own. */
const LINK_VERSION = "2";
/** Links of this form have no checksum; they are still opened. */
const UNCHECKED_VERSION = "1";

/** What an address may carry everywhere. */
const LONGEST_LINK = 8000;
/** Characters of JSON: a hundred levers fit. */
const LONGEST_SCENARIO = 65_536;
/** Levels of braces and brackets: no scenario needs half as many. */
const DEEPEST = 20;

/** What a link holds, and what its reader should know. */
export interface OpenedLink {
  scenario: Scenario;
  release: string;
  /** For people: such as that the scenario was made on another release. */
  notices: Text[];
}

/** A plus in the id of a release: in an address, a plus is a space. */
const PLUS = "~";

/** What a link is opened on. */
interface Here {
  release?: string;
  /** Where there is a table of one year only. */
  year?: number;
}

/**
 * The value of `?s=`: `<version>.<release>.<deflated canonical JSON>.<checksum>`. The checksum is that of everything before it:
 * a sign that was mistyped or lost never makes a link to another city.
 *
 * @throws {ScenarioError} `link-too-long` where only a file can hold the scenario; as `parseScenario`.
 */
export function encodeLink(scenario: Scenario): string {
  const payload = encodeBase64url(deflateSync(strToU8(encodeScenario(scenario)), { level: 9 }));
  const text = [LINK_VERSION, scenario.base.release.replace("+", PLUS), payload].join(".");
  const link = `${text}.${checksumOf(text)}`;
  if (link.length <= LONGEST_LINK) return link;
  throw new ScenarioError(
    "link-too-long",
    say((words) => words.linkTooLong(link.length, LONGEST_LINK)),
  );
}

/**
 * Open a link, or a whole address that holds one. Nothing of it is left out in silence: a lever that this version does
 * not know is an error.
 *
 * @param here What it is opened on, as far as that is known; another release or year in the link is a notice.
 * @throws {ScenarioError} `bad-link` where it is damaged, too long, or of another version; `bad-scenario` with every
 *   problem of what it says.
 */
export function decodeLink(text: string, here: Here = {}): OpenedLink {
  const link = extractLink(text);
  const { named, payload } = splitLink(link);
  const scenario = parseScenario(parseJson(openPayload(payload)));
  if (scenario.base.release !== named) throw refuse((words) => words.linkOtherRelease(named, scenario.base.release));
  return { scenario, release: named, notices: listNotices(scenario, here) };
}

const checksumOf = (text: string): string => {
  const sum = crc32(strToU8(text));
  return encodeBase64url(Uint8Array.of(sum >>> 24, sum >>> 16, sum >>> 8, sum));
};

/** The parts of a link, held against its checksum. */
function splitLink(link: string): { named: string; payload: string } {
  const version = /^[^.]*/.exec(link)?.[0] ?? "";
  const isKnown = version === LINK_VERSION || version === UNCHECKED_VERSION;
  if (!isKnown && /^[^.]*\..*\./s.test(link)) throw refuse((words) => words.linkVersion(version, LINK_VERSION));
  const text = version === LINK_VERSION ? withoutChecksum(link) : link;
  const [, named, payload] = /^[12]\.(.*)\.([^.]*)$/s.exec(text) ?? [];
  if (payload === undefined) throw refuse((words) => words.linkForm());
  return { named: named.replace(PLUS, "+"), payload };
}

function withoutChecksum(link: string): string {
  const end = link.lastIndexOf(".");
  if (link.slice(end + 1) === checksumOf(link.slice(0, end))) return link.slice(0, end);
  throw refuse((words) => words.linkDamaged());
}

/** The `s` of an address, or the text itself. */
function extractLink(text: string): string {
  const link = (/[?&]s=([^&#]*)/.exec(text)?.[1] ?? text).trim();
  if (link.length > LONGEST_LINK) throw refuse((words) => words.linkTooLarge(link.length, LONGEST_LINK));
  return link;
}

function openPayload(payload: string): string {
  const compressed = decodeBase64url(payload);
  if (!compressed || compressed.length === 0) throw refuse((words) => words.linkCutOff());
  let json: string | null;
  try {
    json = inflateText(compressed, LONGEST_SCENARIO);
  } catch {
    throw refuse((words) => words.linkDamaged());
  }
  if (json === null) throw refuse((words) => words.linkUnpacksTooFar(LONGEST_SCENARIO));
  return json;
}

function parseJson(json: string): unknown {
  if (measureDepth(json) > DEEPEST) throw refuse((words) => words.linkTooDeep(DEEPEST));
  try {
    return JSON.parse(json);
  } catch {
    throw refuse((words) => words.linkNoScenario());
  }
}

/** How deep braces and brackets are nested, those in texts left out. */
function measureDepth(json: string): number {
  let [depth, deepest] = [0, 0];
  for (const [mark] of json.replaceAll(/"(?:[^"\\]|\\.)*"/gs, "").matchAll(/[[\]{}]/g)) {
    depth += mark === "{" || mark === "[" ? 1 : -1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function listNotices({ base }: Scenario, { release = base.release, year = base.year }: Here): Text[] {
  return [
    ...(suitsRelease(base.release, release) ? [] : [say((words) => words.madeOnAnotherRelease(base.release, release))]),
    ...(base.year === year ? [] : [say((words) => words.madeForAnotherYear(base.year, year))]),
  ];
}

function refuse(pick: (words: Messages) => string): ScenarioError {
  return new ScenarioError(
    "bad-link",
    say((words) => words.badLink(pick(words))),
  );
}
