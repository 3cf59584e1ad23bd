import { InputError } from "@tributary/core";
import { deflateSync, strToU8 } from "fflate";
import { encodeScenario } from "../scenario/encode-scenario.ts";
import { parseScenario } from "../scenario/parse-scenario.ts";
import type { Scenario } from "../scenario/scenario-schema.ts";
import { decodeBase64url, encodeBase64url } from "./base64url.ts";
import { inflateText } from "./inflate-text.ts";

/** Version of the form of a link; the scenario in it has its own. */
const LINK_VERSION = "1";

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
  notices: string[];
}

/**
 * The value of `?s=`: `<version>.<release>.<deflated canonical JSON>`.
 *
 * @throws {InputError} `link-too-long` where only a file can hold the scenario; as `parseScenario`.
 */
export function encodeLink(scenario: Scenario): string {
  const payload = encodeBase64url(deflateSync(strToU8(encodeScenario(scenario)), { level: 9 }));
  const link = [LINK_VERSION, scenario.base.release, payload].join(".");
  if (link.length <= LONGEST_LINK) return link;
  throw new InputError(
    "link-too-long",
    `The link would have ${link.length} characters, more than the ${LONGEST_LINK} that addresses may have; share the scenario as a file.`,
  );
}

/**
 * Open a link, or a whole address that holds one. Nothing of it is left out in silence: a lever that this version does
 * not know is an error.
 *
 * @param release The release at hand, if any; another one in the link is a notice.
 * @throws {InputError} `bad-link` where it is damaged, too long, or of another version; `bad-scenario` with every
 *   problem of what it says.
 */
export function decodeLink(text: string, release?: string): OpenedLink {
  const link = extractLink(text);
  const [, version, named, payload] = /^([^.]*)\.(.*)\.([^.]*)$/s.exec(link) ?? [];
  if (payload === undefined) throw refuse("it has not the form <version>.<release>.<scenario>");
  if (version !== LINK_VERSION) throw refuse(`its version is "${version}", and this program knows ${LINK_VERSION}`);
  const scenario = parseScenario(parseJson(openPayload(payload)));
  if (scenario.base.release !== named)
    throw refuse(`it names the release "${named}", and the scenario in it "${scenario.base.release}"`);
  return { scenario, release: named, notices: listNotices(named, release) };
}

/** The `s` of an address, or the text itself. */
function extractLink(text: string): string {
  const link = (/[?&]s=([^&#]*)/.exec(text)?.[1] ?? text).trim();
  if (link.length > LONGEST_LINK)
    throw refuse(`it has ${link.length} characters, more than the ${LONGEST_LINK} that a link has`);
  return link;
}

function openPayload(payload: string): string {
  const compressed = decodeBase64url(payload);
  if (!compressed || compressed.length === 0) throw refuse("it was cut off or holds characters that no link has");
  let json: string | null;
  try {
    json = inflateText(compressed, LONGEST_SCENARIO);
  } catch {
    throw refuse("it was cut off or changed on its way");
  }
  if (json === null) throw refuse(`it unpacks to more than ${LONGEST_SCENARIO} characters, which no scenario has`);
  return json;
}

function parseJson(json: string): unknown {
  if (measureDepth(json) > DEEPEST) throw refuse(`what it unpacks to is nested more than ${DEEPEST} levels deep`);
  try {
    return JSON.parse(json);
  } catch {
    throw refuse("what it unpacks to is no scenario");
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

function listNotices(named: string, release = named): string[] {
  if (named === release) return [];
  return [`The scenario was made on the release ${named}; here it is applied to ${release}, and numbers may differ.`];
}

function refuse(reason: string): InputError {
  return new InputError("bad-link", `This link cannot be opened: ${reason}.`);
}
