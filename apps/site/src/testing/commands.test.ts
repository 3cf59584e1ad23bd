import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { cityResultSchema, citySummarySchema, drawsSchema, runSummarySchema } from "@tributary/core";
import { galleryIndexSchema, type ScenarioResult, scenarioResultSchema } from "@tributary/scenarios";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { makeAtlas } from "../view-models/atlas.ts";
import { type CityFacts, prepareCity, prepareCountry } from "../view-models/city/facts.ts";
import { makeCityView } from "../view-models/city.ts";
import { makeClassTable, makeFileTable } from "../view-models/files/tables.ts";
import { FILE_IDS, type FileId } from "../view-models/page-parts.ts";

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const COMMAND = resolve(import.meta.dirname, "../../../cli/bin/tributary.js");
const folder = mkdtempSync(join(tmpdir(), "tributary-commands-"));
const release = join(folder, "release");

/** What a command prints on stdout. */
function tributary(...argv: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...argv], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw new Error(`${argv.join(" ")}\n${stderr}`);
  return stdout;
}

const SCENARIO = "clean-power-for-all";

/* Forty cities with two draws and one scenario: everything that a page prints, from the command line. */
beforeAll(() => {
  const settings = join(folder, "settings.yaml");
  writeFileSync(settings, "cityCount: 40\n");
  const draws = join(folder, "draws");
  tributary("estimate", "draws", "--settings", settings, "--draws", "2", "--out", draws);
  tributary("estimate", "--settings", settings, "--draws", draws, "--out", release);
  tributary("model", "run", "--release", release);
  const scenarios = join(folder, "scenarios");
  cpSync(
    resolve(import.meta.dirname, `../../../../data/scenarios/${SCENARIO}.yaml`),
    join(scenarios, `${SCENARIO}.yaml`),
  );
  tributary("scenario", "gallery", "--folder", scenarios, "--release", release);
});
afterAll(() => rmSync(folder, { recursive: true }));

const readJson = (path: string): unknown => JSON.parse(readFileSync(join(release, path), "utf8"));

function readFacts(count: number): CityFacts[] {
  const cities = citySummarySchema.array().parse(readJson("results/cities.json"));
  const summary = runSummarySchema.parse(readJson("results/summary.json"));
  const country = prepareCountry(summary, cities, drawsSchema.parse(readJson("draws/draws.json")));
  const { scenarios } = galleryIndexSchema.parse(readJson("results/scenarios/index.json"));
  const gallery = scenarios.map(
    (id): ScenarioResult => scenarioResultSchema.parse(readJson(`results/scenarios/${id}/result.json`)),
  );
  return cities
    .slice(0, count)
    .map(({ code }) => prepareCity(country, cityResultSchema.parse(readJson(`results/cities/${code}.json`)), gallery));
}

/** Every number in an answer, however deep. */
function listNumbers(value: unknown): number[] {
  if (typeof value === "number") return [value];
  if (value === null || typeof value !== "object") return [];
  return Object.values(value).flatMap(listNumbers);
}

/** The file behind a figure and the command that its page gives for it. */
function listCommands(facts: CityFacts): { id: FileId | "position"; command: string }[] {
  const { sections } = makeCityView(facts, "en", makeAtlas(facts.country, "en"), null);
  return sections.flatMap(({ id, figures, method, files }) => {
    const own = figures.length > 0 ? figures : [{ files, method }];
    return own.flatMap((figure) => {
      const { csv } = figure.files ?? files;
      const name = csv.split("/").at(-1)!.replace(".csv", "");
      const { command } = figure.method ?? method;
      return command === null ? [] : [{ id: id === "position" ? id : (name as FileId), command }];
    });
  });
}

/** Columns of public facts and of places in a list, and the median of values that the command lists. */
const NO_RESULTS = new Set(["rank", "km", "peers_median"]);

/** Numbers of a page's file. */
function listPrinted(facts: CityFacts, id: FileId | "position"): number[] {
  const { columns, rows } = id === "position" ? makeClassTable(facts.country.cities) : makeFileTable(id, facts);
  return rows.flatMap((row) =>
    row.flatMap((cell, j) => (typeof cell === "number" && cell !== 0 && !NO_RESULTS.has(columns[j]!) ? [cell] : [])),
  );
}

test("the command under each figure prints the numbers of its file", () => {
  const seen = new Set<string>();
  const lacking: string[] = [];
  // There is no release before this one.
  const told = [...FILE_IDS.filter((id) => id !== "changes"), "position"];
  for (const [c, facts] of readFacts(2).entries()) {
    const commands = listCommands(facts);
    expect(new Set(commands.map(({ id }) => id))).toEqual(new Set(told));
    // All figures of the first city, every third of the other.
    for (const { id, command } of commands.filter((_, i) => c === 0 || i % 3 === 0)) {
      seen.add(id);
      const answers = command.split("\n").map((line) => {
        const [npx, program, ...argv] = line.split(" ");
        expect([npx, program]).toEqual(["npx", "tributary"]);
        return JSON.parse(tributary(...argv, "--release", release, "--json"));
      });
      const found = listNumbers(answers);
      const missing = listPrinted(facts, id).filter(
        (printed) => !found.some((value) => Math.abs(value - printed) <= 6e-4 * Math.abs(printed)),
      );
      if (missing.length > 0) lacking.push(`${command} (${id}): ${missing.slice(0, 5).join(", ")}`);
    }
  }
  expect(lacking).toEqual([]);
  expect(seen.size).toBe(told.length);
});
