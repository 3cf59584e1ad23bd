import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { zipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runMain } from "../run-main.ts";
import { recogniseKind } from "./file-kind.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tributary-kind-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const archive = zipSync({ "IOT/Z.txt": new Uint8Array(9) });
const write = (name: string, bytes: Uint8Array | string) => {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
};

test.each<[string, Uint8Array | string, string]>([
  ["an empty file", "", "is empty"],
  ["an archive", archive, "is a workbook or another archive"],
  ["a packed file", gzipSync("a,b"), "is packed with gzip"],
  [
    "an old workbook",
    Buffer.from("d0cf11e0a1b11ae1", "hex"),
    "is a workbook of the old form (.xls), or one with a password",
  ],
  ["a page in place of a file", "\ufeff\n<!DOCTYPE html>", "is a web page"],
  ["a pointer of Git LFS", "version https://git-lfs.github.com/spec/v1\n", "only says where Git LFS keeps the file"],
])("%s", (_name, bytes, message) => {
  expect(recogniseKind(write("file", bytes))?.message).toBe(message);
});

test.each(["PK,PK\n", "a,b\n", ",,A\n", "<5\n"])("a table that begins with %j is a table", (text) => {
  expect(recogniseKind(write("file", text))).toBeNull();
});

test.each([[[]], [["--profile", "pymrio"]], [["--profile", "eora26"]]])(
  "an archive that is not unpacked: %j",
  async (flags) => {
    const zip = write("IOT_2017_pxp.zip", archive);
    const run = await runMain("data", "import", zip, ...flags, "--year", "2017", "--out", join(folder, "out"));
    expect(run).toMatchObject({ code: 2 });
    expect(run.stderr).toMatch(/npack it/);
  },
);

test.each(["ceads-provincial", "ceads-inventory", "csv"])("a folder without files of %s", async (profile) => {
  const run = await runMain(
    ...["data", "import", folder, "--profile", profile, "--year", "2017", "--out", join(folder, "out")],
  );
  expect(run).toMatchObject({ code: 2 });
  expect(run.stderr).toContain("There is no .");
});
