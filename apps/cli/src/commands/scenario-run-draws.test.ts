import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runMain } from "../run-main.ts";
import { listFiles, SmallRelease } from "./small-release.ts";

const small = new SmallRelease();
const file = join(small.folder, "wide.yaml");
const COMMAND = join(import.meta.dirname, "../../bin/tributary.js");
const DRAWS = 6;
const TEXT = `schema: tributary.scenario/v1
id: wide
title: { en: Wide, zh: 宽 }
base: { release: small, year: 2017 }
levers:
  - lever: upstream-decarbonisation
    where: { origins: { province: ["130000"] }, sectors: ["14"] }
    change: { percent: -30 }
uncertainty: { draws: ${DRAWS}, seed: 5, spreads: { intensity: 0.1, requirements: 0.02, demand: 0.1 } }
`;
beforeAll(async () => {
  await small.build();
  writeFileSync(file, TEXT);
}, 60_000);
afterAll(() => small.remove());

const run = (out: string, ...flags: string[]) =>
  runMain("scenario", "run", file, "--release", small.path, "--out", out, ...flags);
const countDraws = (journal: string) =>
  existsSync(journal) ? readFileSync(journal, "utf8").split("\n").length - 2 : 0;

/** Run in a process of its own, and kill it without warning once it has made two draws. */
async function runAndKill(out: string): Promise<number> {
  const argv = [COMMAND, "scenario", "run", file, "--release", small.path, "--out", out];
  const child = spawn(process.execPath, argv);
  const ended = once(child, "exit");
  const journal = `${out}.unfinished.jsonl`;
  while (countDraws(journal) < 2 && child.exitCode === null) await new Promise((done) => setTimeout(done, 5));
  child.kill("SIGKILL");
  await ended;
  return countDraws(journal);
}

test("draws that are solved anew go on where a killed run was, to the same bytes", async () => {
  const out = join(small.folder, "broken");
  const kept = await runAndKill(out);
  expect(kept).toBeGreaterThanOrEqual(2);
  expect(kept).toBeLessThan(DRAWS);
  expect(existsSync(out)).toBe(false);
  const { code, stderr } = await run(out);
  expect(stderr).toContain(`Draw ${DRAWS} times, ${kept} are there`);
  expect(code).toBe(0);
  expect(existsSync(`${out}.unfinished.jsonl`)).toBe(false);
  const whole = join(small.folder, "whole");
  const other = await run(whole);
  expect(other.stderr).not.toContain("are there");
  expect(listFiles(out)).toEqual(listFiles(whole));
}, 120_000);

test("a longer series takes the draws of a shorter one; another scenario's are refused, nothing is lost", async () => {
  const out = join(small.folder, "changed");
  const kept = await runAndKill(out);
  const journal = readFileSync(`${out}.unfinished.jsonl`);
  writeFileSync(file, TEXT.replace("percent: -30", "percent: -31"));
  const refused = await run(out);
  writeFileSync(file, TEXT);
  expect(refused.stderr).toContain("unfinished.jsonl are of another seed, other figures or settings");
  expect(refused.code).toBe(2);
  expect(readFileSync(`${out}.unfinished.jsonl`)).toEqual(journal);
  expect((await run(out, "--draws", "8")).stderr).toContain(`Draw 8 times, ${kept} are there`);
}, 120_000);
