import { closeSync, readSync } from "node:fs";
import { openInput } from "../store/input-file.ts";

/** Bytes of a file that are looked at. */
const SAMPLE = 1 << 22;

/** How text in an encoding looks once it is decoded, the most telling first. */
const CANDIDATES: readonly (readonly [string, (text: string, bytes: Buffer) => boolean])[] = [
  ["utf-16le", (_, bytes) => isZeroEach(bytes, 1)],
  ["utf-16be", (_, bytes) => isZeroEach(bytes, 0)],
  ["gb18030", (text, bytes) => isChinese(text) && countPairs(bytes, 0xd7, 0xa1) > 0.5],
  ["big5", (text, bytes) => isChinese(text) && countPairs(bytes, 0xc6, 0x40) > 0.5],
  ["windows-1251", (text) => isWritten(text, /^\p{Script=Cyrillic}$/u) && !hasForeignNeighbours(text)],
  ["windows-1252", (text) => isWritten(text, /^[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ffŠšŽžŒœŸ]$/u)],
  ["windows-1250", (text) => isWritten(text, /^\p{Script=Latin}$/u)],
];

/** The encoding in which the bytes of a file read as text that somebody may have written; `null` where none does. */
export function guessEncoding(path: string): string | null {
  const bytes = readSample(path);
  for (const [encoding, isPlausible] of CANDIDATES) {
    const text = decode(bytes, encoding);
    if (text !== null && isPlausible(text, bytes)) return encoding;
  }
  return null;
}

/** What to do about a file that is not in the encoding that it was taken for. */
export function adviseEncoding(path: string): string {
  const found = guessEncoding(path);
  // Neither lines nor cells are found by bytes in it.
  if (found?.startsWith("utf-16")) return "it is text in UTF-16: save it as CSV UTF-8";
  return found
    ? `it reads as ${found}: state --encoding ${found}`
    : "no usual encoding fits its bytes: save it as CSV UTF-8, or state its --encoding";
}

/** The beginning of a file, cut at a line end. */
function readSample(path: string): Buffer {
  const bytes = Buffer.alloc(SAMPLE);
  const file = openInput(path);
  try {
    const read = bytes.subarray(0, readSync(file, bytes));
    return read.length < SAMPLE ? read : read.subarray(0, read.lastIndexOf(10) + 1);
  } finally {
    closeSync(file);
  }
}

function decode(bytes: Buffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Digits and separators in UTF-16 have a zero byte each. */
function isZeroEach(bytes: Buffer, at: 0 | 1): boolean {
  let zeros = 0;
  for (let k = at; k < bytes.length; k += 2) if (bytes[k] === 0) zeros++;
  return zeros > bytes.length / 4;
}

const ASCII = /\p{ASCII}/u;
const HAN = /^[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef·]$/u;

/** Han characters alone, most of them beside no Latin letter: `R閡nion` was not written so. */
function isChinese(text: string): boolean {
  return isWritten(text, HAN) && !hasForeignNeighbours(text);
}

/** Marks that every alphabet uses. */
const MARKS = /^[–—‘’“”…€°ªº«»\u00a0²³₂]$/u;

/** Whether everything outside ASCII is a letter of a script, or a usual mark, and some is a letter. */
function isWritten(text: string, letter: RegExp): boolean {
  const others = [...text].filter((character) => !ASCII.test(character));
  return (
    others.some((character) => letter.test(character)) &&
    others.every((character) => letter.test(character) || MARKS.test(character))
  );
}

/** Whether more than half of the words outside ASCII have a small Latin letter beside them. */
function hasForeignNeighbours(text: string): boolean {
  const words = [...text.matchAll(/(^|.)[^\p{ASCII}]+(.|$)/gu)];
  const mixed = words.filter(([, before, after]) => /[a-z]/.test(before) || /[a-z]/.test(after));
  return mixed.length > words.length / 2;
}

/** Share of two-byte characters with a first byte up to `most` and a second from `least`: the frequent ones of an encoding. */
function countPairs(bytes: Buffer, most: number, least: number): number {
  let [pairs, usual] = [0, 0];
  for (let k = 0; k < bytes.length; k++) {
    if (bytes[k] < 0x80) continue;
    pairs++;
    if (bytes[k] >= 0xa1 && bytes[k] <= most && bytes[k + 1] >= least) usual++;
    k++;
  }
  return pairs === 0 ? 0 : usual / pairs;
}
