import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { adviseEncoding, guessEncoding } from "./guess-encoding.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tributary-encoding-"));
});
afterEach(() => rmSync(folder, { recursive: true }));
const write = (bytes: Uint8Array) => {
  writeFileSync(join(folder, "Z.csv"), bytes);
  return join(folder, "Z.csv");
};

test.each<[string, string, Uint8Array]>([
  ["French", "windows-1252", Buffer.from("R\xe9union,\xc9nergie,20\nC\xf4te d'Ivoire,P\xeache,1\n", "latin1")],
  ["one French word", "windows-1252", Buffer.from("cr\xe9\xe9e,1\n", "latin1")],
  ["German with a dash of Windows", "windows-1252", Buffer.from("M\xfcnchen \x96 K\xf6ln,1\n", "latin1")],
  // 北京,农业 and 上海,工业.
  ["Chinese", "gb18030", Buffer.from("b1b1bea92cc5a9d2b50ac9cfbaa32cb9a4d2b50a", "hex")],
  // 北京,農業.
  ["traditional Chinese", "big5", Buffer.from("a55fa8ca2cb941b77e0a", "hex")],
  // Москва.
  ["Russian", "windows-1251", Buffer.from("cceef1eae2e02c310ad0e5e3e8eeed2c320a", "hex")],
  // Łódź.
  ["Polish", "windows-1250", Buffer.from("a3f3649f2c310a", "hex")],
  ["UTF-16 without a mark", "utf-16le", Buffer.from("Réunion,1\n", "utf16le")],
])("%s is recognised as %s", (_name, encoding, bytes) => expect(guessEncoding(write(bytes))).toBe(encoding));

test("noise is no text in any encoding", () => {
  const noise = Buffer.from(Array.from({ length: 400 }, (_, k) => 128 + ((k * 89 + 7) % 128)));
  expect(guessEncoding(write(noise))).toBeNull();
  expect(adviseEncoding(write(noise))).toContain("save it as CSV UTF-8");
});
