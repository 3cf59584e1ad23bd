import { calcFootprint, type Footprint } from "../accounts/footprint.ts";
import { calcMitigationMatrix } from "../accounts/mitigation.ts";
import { calcEmissionsDriven, calcProduction } from "../accounts/origin-consumer.ts";
import { calcRegionMeans } from "../analysis/chain-position.ts";
import { findPeers } from "../analysis/peers.ts";
import type { SdaMethod } from "../analysis/sda/three-factors.ts";
import { type CityType, calcCityTypes } from "../analysis/typology.ts";
import type { CheckResult } from "../checks/check-result.ts";
import { checkYear } from "../checks/identities.ts";
import { checkPair } from "../checks/pair-identities.ts";
import type { SolveColumns } from "../kernel/solver.ts";
import type { FactoredRelease } from "../release/factored-arrays.ts";
import type { Manifest } from "../release/manifest.ts";
import { MEASURES, type TonneMeasure } from "../release/results.ts";
import { type Reading, readClasses } from "./read-classes.ts";
import { type SolvedStudy, type SolvedYear, solveStudy } from "./solve-study.ts";
import { buildStudyModels } from "./study-models.ts";

/** One year's accounts of all cities, R each unless said otherwise. */
export interface StudyYear extends SolvedYear {
  /** R×R row-major, t CO₂. */
  C: Float64Array;
  footprint: Footprint;
  production: Float64Array;
  abroad: Float64Array;
  upstreamness: Float64Array;
  downstreamness: Float64Array;
}

/** Everything the published results are written from. */
export interface Study {
  manifest: Manifest;
  years: readonly [StudyYear, StudyYear];
  solved: SolvedStudy;
  measure: TonneMeasure;
  /** Orders of the decomposition that are averaged: those of the measure. */
  method: SdaMethod;
  /** Mitigation matrix of the measure at the first basis, R×R. */
  W: Float64Array;
  /** The reading that the results show. */
  shown: Reading;
  /** All measures under all price bases, the basis shown first. */
  readings: readonly Reading[];
  types: readonly CityType[];
  /** Indices of the peers of each city. */
  peers: readonly number[][];
  checks: readonly CheckResult[];
}

/** What the published results show first; every other measure and basis stands beside it. */
export interface StudyOptions {
  measure?: TonneMeasure;
  /** Id of a price basis of the release; its own default otherwise. */
  priceBasis?: string;
}

const DEFAULT_MEASURE: TonneMeasure = "sda-polar";

/**
 * Compute the published results of a release.
 *
 * @param solve `solveOutput`, wherever it runs.
 * @param report Told how many solves are done, and of how many.
 * @throws {ModelError} As the solver.
 */
export async function runStudy(
  manifest: Manifest,
  release: FactoredRelease,
  solve: SolveColumns,
  report: (done: number, total: number) => void = () => {},
  { measure = DEFAULT_MEASURE, priceBasis }: StudyOptions = {},
): Promise<Study> {
  const method: SdaMethod = measure === "sda-shapley" ? "shapley" : "polar";
  const solved = await solveStudy(buildStudyModels(manifest, release, priceBasis), solve, method, report);
  const { cube } = solved.bases[0];
  const years = [readYear(solved.years[0], cube[0]), readYear(solved.years[1], cube[7])] as const;
  const R = manifest.regions.length;
  const last = String(manifest.years[1]);
  const types = calcCityTypes(release.tables[1].valueAdded, manifest.sectors, R);
  const valueAdded = manifest.regions.map((region) => region.valueAdded[last]);
  const label = (r: number) => manifest.regions[r].code;
  const readings = readClasses(solved.bases, {
    footprints: [years[0].footprint, years[1].footprint],
    production: [years[0].production, years[1].production],
  });
  return {
    manifest,
    years,
    solved,
    measure,
    method,
    W: calcMitigationMatrix(cube, measure),
    shown: readings[MEASURES.indexOf(measure)],
    readings,
    types,
    peers: findPeers(
      types.map(({ group }) => group),
      valueAdded,
    ),
    checks: [
      ...years.flatMap((year) =>
        checkYear(year.model, { C: year.C, Dabroad: year.abroad, M: year.M }).map((check) => ({
          ...check,
          id: `${check.id}-${year.model.year}`,
        })),
      ),
      ...checkPair(cube, solved.causes, method, label),
    ],
  };
}

function readYear(solved: SolvedYear, C: Float64Array): StudyYear {
  const { x, F, axes } = solved.model;
  const R = axes.regions.length;
  return {
    ...solved,
    C,
    footprint: calcFootprint(C),
    production: calcProduction(F, R),
    abroad: calcEmissionsDriven(solved.S, solved.Xe, R),
    upstreamness: calcRegionMeans(solved.U, x, R),
    downstreamness: calcRegionMeans(solved.Dn, x, R),
  };
}
