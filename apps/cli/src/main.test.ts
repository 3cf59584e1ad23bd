import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { InputError, ModelError } from "@tributary/core";
import { expect, test, vi } from "vitest";
import { EXIT, exitCodeOf } from "./exit-code.ts";
import { createOutput } from "./output.ts";
import { reportError } from "./report-error.ts";
import { runMain } from "./run-main.ts";

const COMMAND = join(import.meta.dirname, "../bin/tributary.js");

test("the command itself runs and ends with the code of its run", () => {
  const good = spawnSync(process.execPath, [COMMAND, "--version"], { encoding: "utf8" });
  expect(good).toMatchObject({ status: 0, stderr: "" });
  expect(good.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  const bad = spawnSync(process.execPath, [COMMAND, "qery"], { encoding: "utf8" });
  expect(bad).toMatchObject({ status: 2, stdout: "" });
  expect(bad.stderr).toContain("unknown command 'qery'\n(Did you mean query?)");
});

test("without arguments, help with examples first, on stdout", async () => {
  const { code, stdout, stderr } = await runMain();
  expect(stdout).toMatch(/^Examples:\n {2}\$ tributary estimate\n/);
  expect(stderr).toBe("");
  expect(code).toBe(0);
});

test.each([
  "estimate",
  "model run",
  "check",
  "query footprint",
  "query partners",
  "query peers",
  "site build",
  "site serve",
  "doctor",
  "scenario new",
  "scenario list",
  "scenario validate",
  "scenario run",
  "scenario diff",
  "scenario sweep",
  "scenario gallery",
  "scenario link",
  "scenario from-link",
  "schema print",
  "completion",
])("%s --help begins with examples that call it", async (command) => {
  const { code, stdout } = await runMain(...command.split(" "), "--help");
  expect(stdout.split("\n").slice(0, 2)).toEqual(["Examples:", expect.stringContaining(`$ tributary ${command}`)]);
  expect(code).toBe(0);
});

test("a noun without a verb shows its help on stderr and is a matter of usage", async () => {
  const { code, stdout, stderr } = await runMain("query");
  expect(stderr).toContain("footprint [options]");
  expect(stdout).toBe("");
  expect(code).toBe(2);
});

test("an unknown option gets the nearest one", async () => {
  const { code, stderr } = await runMain("doctor", "--jsn");
  expect(stderr).toContain("Did you mean --json?");
  expect(code).toBe(2);
});

test.each([
  [["query", "class", "--jsn", "--json"], "unknown option '--jsn'"],
  [["query", "class", "--measure", "sda", "--format", "json"], "Did you mean sda-polar"],
  [["query", "--json"], "unknown option '--json'"],
  [["schema", "print", "cty", "--json"], "Did you mean city?"],
  [["dctor", "--json"], "Did you mean doctor?"],
])("%j says as JSON too what was wrong with it", async (argv, message) => {
  const { code, stdout } = await runMain(...argv);
  expect(JSON.parse(stdout).error).toEqual({ code: "usage", message: expect.stringContaining(message) });
  expect(code).toBe(2);
});

test("an answer that cannot be written ends with 2, without a stack; nobody to talk to is no error", () => {
  const run = (redirect: string) =>
    spawnSync("sh", ["-c", `"$0" "$1" schema print city ${redirect}`, process.execPath, COMMAND], { encoding: "utf8" });
  const full = run("> /dev/full");
  expect(full.stderr).toMatch(/^error The answer could not be written: ENOSPC.*\n$/);
  expect(full.status).toBe(2);
  expect(run("| head -1")).toMatchObject({ stdout: "{\n", stderr: "", status: 0 });
});

test("what a file or an argument holds cannot steer the terminal", async () => {
  const { stderr } = await runMain("doctor", "--release", "/\u001b[31mred", "--facts", "/\u001b[2J");
  expect(stderr).not.toContain("\u001b");
  const { stderr: refused } = await runMain("query", "class", "--release", "/\u001b[31mred");
  expect(refused).toContain("There is no release at /\\u001b[31mred");
});

test.each([
  [new InputError("bad-facts", "x", [{ severity: "error", code: "c", where: "w", message: "m" }]), EXIT.validation],
  [new InputError("unknown-city", "x"), EXIT.usage],
  [new ModelError("not-converged", "x"), EXIT.numerical],
  [Object.assign(new Error("no room"), { code: "ENOSPC", syscall: "write" }), EXIT.usage],
  [new TypeError("x is not a function"), EXIT.bug],
])("%s ends with %i", (error, code) => {
  expect(exitCodeOf(error)).toBe(code);
});

test("a bug shows its stack and asks for a report", () => {
  let said = "";
  const sink = { write: (text: string) => (said += text) };
  reportError(new TypeError("x is not a function"), createOutput(sink, sink, {}), false);
  expect(said).toMatch(
    /^error This is a bug in tributary; please report it\.\nTypeError: x is not a function\n {4}at /,
  );
});

test("a schema is printed as JSON Schema; an unknown name gets the nearest", async () => {
  const { stdout } = await runMain("schema", "print", "city");
  expect(JSON.parse(stdout)).toMatchObject({
    $schema: "https://json-schema.org/draft/2020-12/schema",
    properties: { schema: { const: "tributary.city/v1" } },
    additionalProperties: false,
  });
  for (const name of ["manifest", "settings", "source", "cities", "summary"])
    expect((await runMain("schema", "print", name)).code).toBe(0);
  const { code, stderr } = await runMain("schema", "print", "sumary");
  expect(stderr).toContain("Did you mean summary?");
  expect(code).toBe(2);
});

test("help keeps to the width of the terminal", async () => {
  vi.stubEnv("COLUMNS", "60");
  const { stdout } = await runMain("scenario", "run", "--help");
  vi.unstubAllEnvs();
  const lines = stdout.split("\n").filter((line) => !line.trim().startsWith("$"));
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(60);
});

test("bash completes nouns, verbs and options", async () => {
  const { stdout } = await runMain("completion", "bash");
  const complete = (...words: string[]) => {
    const script = `${stdout}\nCOMP_WORDS=(tributary ${words.map((word) => `"${word}"`).join(" ")}); COMP_CWORD=${words.length}; _tributary; echo "\${COMPREPLY[*]}"`;
    return spawnSync("bash", ["-c", script], { encoding: "utf8" }).stdout.trim();
  };
  expect(complete("que")).toBe("query");
  expect(complete("query", "m")).toBe("mitigation");
  expect(complete("query", "origins", "--l")).toBe("--limit");
  expect(complete("query", "origins", "--region", "430100", "--fo")).toBe("--format");
  expect(complete("query", "origins", "--format", "")).toBe("table csv json");
  expect(complete("data", "export", "Y", "--format", "py")).toBe("pymrio");
  expect(complete("data", "export", "acc")).toBe("accounts");
  // Values of a release are asked of the program: here, another stands in for it.
  const asked = `tributary() { [ "$2" = --values=--region ] && echo R1 && echo "$3" >&2; }`;
  expect(complete("query", "origins", "--region", "R")).toBe("");
  const script = `${asked}\n${stdout}\nCOMP_WORDS=(tributary query origins --region R); COMP_CWORD=4; _tributary; echo "\${COMPREPLY[*]}"`;
  expect(spawnSync("bash", ["-c", script], { encoding: "utf8" }).stdout.trim()).toBe("R1");
});
