// Speed as ratios against a reference in the same run, with the memory of each step.
// `npm run bench [-- G1 G2 … --rounds 5]`: the goals that are named, or all of them.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { measureDraws } from "./draws.ts";
import { type Measured, measureNode } from "./measure.ts";
import { measureReading } from "./reading/reading.ts";
import { measureDense } from "./solving/dense.ts";
import { measureFactored } from "./solving/factored.ts";
import { measureWhatIf } from "./what-if.ts";

const GOALS = ["G1", "G2", "G3", "G4", "G5", "G6", "G7", "G8", "G9"];
const { values, positionals } = parseArgs({
  options: { rounds: { type: "string", default: "5" }, "skip-site": { type: "boolean" } },
  allowPositionals: true,
});
const unknown = positionals.filter((goal) => !GOALS.includes(goal));
if (unknown.length > 0) throw new Error(`There is no ${unknown.join(", ")}; there are ${GOALS.join(", ")}.`);
const parts: ReadonlySet<string> = new Set(positionals.length > 0 ? positionals : GOALS);
const has = (...goals: string[]) => goals.some((goal) => parts.has(goal));
const rounds = Number(values.rounds);
const tributary = new URL("../apps/cli/bin/tributary.js", import.meta.url).pathname;
const work = mkdtempSync(join(tmpdir(), "tributary-bench-"));
const release = join(work, "release");

function row(what: string, result: string, against: string, goal: string): void {
  console.log(`| ${what} | ${result} | ${against} | ${goal} |`);
}

function step(what: string, args: readonly string[], goal = ""): Measured {
  const measured = measureNode([tributary, ...args]);
  row(what, `${measured.seconds.toFixed(1)} s`, `peak ${measured.peak.toFixed(2)} GB`, goal);
  return measured;
}

console.log(
  `${cpus().length} × ${cpus()[0].model.trim()}, ${(totalmem() / 1e9).toFixed(0)} GB, Node ${process.versions.node}\n`,
);
console.log("| what | result | against | goal |\n|---|---|---|---|");
try {
  if (has("G3", "G4", "G5", "G8", "G9")) {
    const estimate = step("facts → release, cold", ["estimate", "--out", release]);
    const run = step("release → results of both years, cold", ["model", "run", "--release", release]);
    row("G8 facts → results", `${(estimate.seconds + run.seconds).toFixed(1)} s`, "", "≤ 15 s");
  }
  if (has("G1", "G2", "G5", "G7")) await measureDense({ work, rounds, parts, row });
  if (has("G6")) await measureReading({ work, rounds, row });
  if (has("G4", "G5")) {
    measureWhatIf({ release, year: 2017, rounds, row });
    await measureDraws({ release, year: 2017, rounds, row });
  }
  if (has("G3")) await measureFactored({ release, year: 2017, work, rounds, row });

  if (values["skip-site"]) row("G9 all pages, both languages", "not measured", "skipped: --skip-site", "≤ 120 s");
  else if (has("G9")) {
    const out = join(work, "site");
    const build = ["site", "build", "--release", release, "--out", out, "--cache", join(work, "pages")];
    step("G9 all pages, both languages, cold", build, "≤ 120 s");
    step("G9 again, nothing changed", build);
    const cities = join(release, "results/cities.json");
    writeFileSync(cities, readFileSync(cities, "utf8").replace('"boundaryNote":null', '"boundaryNote":"A note."'));
    step("G9 one note changed", build, "≤ 10 s");
    if (!existsSync(out)) throw new Error("The site was not written.");
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
