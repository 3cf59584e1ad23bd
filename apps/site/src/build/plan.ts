import { createHash } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { readArchiveBytes } from "../lib/archive.ts";
import { RELEASE_DIR } from "../lib/data.ts";
import { readAnyManifest } from "../lib/manifest.ts";
import { hashView } from "../view-models/hash-view.ts";
import type { PlanShare, ShareTask } from "./plan-share.ts";
import { planTables } from "./plan-tables.ts";
import type { PlannedCities, PlannedViews } from "./planned-views.ts";
import { ASSET_UNIT } from "./units.ts";

/** The units of a site, each with the hash of everything that it prints. */
export interface Plan {
  views: PlannedViews;
  /** Stands in for the view of a unit that has no view model of its own: changes with anything in the release. */
  other: string;
  /** Files of pages that only lead to another, in the first language. */
  redirects: ReadonlySet<string>;
  /** To be known at the next build; none of imported tables. */
  cities: PlannedCities;
}

const FILES = ["manifest.json", "results/summary.json", "results/cities.json"];

/** Each thread reads what is common to all cities for itself. */
const MOST_THREADS = 4;

const readBytes = (): Buffer[] => [
  ...FILES.map((file) => readFileSync(resolve(RELEASE_DIR, file))),
  ...readArchiveBytes(),
];

const charactersOf = (bytes: readonly Buffer[]): string => [...new Set(bytes.map(String).join(""))].sort().join("");

const hashBytes = (bytes: readonly Buffer[]): string =>
  bytes.reduce((hash, file) => hash.update(file), createHash("sha256")).digest("hex");

/** Plan a share of the site in a thread of its own. */
async function planInThread(workerData: ShareTask): Promise<PlanShare> {
  const worker = new Worker(new URL("./plan-worker.ts", import.meta.url), { workerData });
  const [share] = (await once(worker, "message")) as [PlanShare];
  return share;
}

/** Units of the open estimate. */
async function planCities(task: Pick<ShareTask, "sources" | "known">): Promise<Omit<Plan, "other">> {
  const of = Math.min(availableParallelism(), MOST_THREADS);
  const shares = await Promise.all(Array.from({ length: of }, (_, part) => planInThread({ ...task, part, of })));
  const cities: PlannedCities = Object.assign({}, ...shares.map((share) => share.cities));
  const ofCities = Object.values(cities).flatMap((city) => Object.entries(city.views));
  const views = new Map([...shares.flatMap((share) => [...share.views]), ...ofCities]);
  views.set("cards", hashView([views.get("home"), views.get("zh/home")]));
  views.set(
    "flows",
    hashView(
      Object.entries(cities)
        .map(([code, { flows }]) => [code, flows])
        .sort(),
    ),
  );
  return { views, redirects: new Set(shares.flatMap(({ redirects }) => redirects)), cities };
}

/**
 * Work out what the pages of the release will print, on several threads; nothing is drawn.
 *
 * @param sources Hash over all that plans.
 * @param known Cities as they were planned at the last build.
 * @throws {Error} If the release does not fit its schema.
 */
export async function planSite(sources: string, known: PlannedCities = {}): Promise<Plan> {
  const bytes = readBytes();
  const planned =
    readAnyManifest().form === "dense"
      ? { views: planTables(), redirects: new Set<string>(), cities: {} }
      : await planCities({ sources, known });
  planned.views.set(ASSET_UNIT, hashView(charactersOf(bytes)));
  return { ...planned, other: hashBytes(bytes) };
}
