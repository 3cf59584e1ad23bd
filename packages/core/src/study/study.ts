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
import { MEASURES, type TonneMeasure } from "../release/results.ts";
import { type Reading, readClasses } from "./read-classes.ts";
import type { SolveRecord } from "./solve-runner.ts";
import { type SolvedStudy, solveStudy } from "./solve-study.ts";
import { type SolvedYear, solveAccounts } from "./solve-years.ts";
import { listNames, type StudyFrame } from "./study-frame.ts";
import { buildStudyModels, buildYearModel, type Tables } from "./study-models.ts";

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

/** Accounts of the years of a release. */
export interface YearAccounts {
  frame: StudyFrame;
  years: readonly StudyYear[];
}

/** The same with how good they are, without anything that compares years. */
export interface TableAccounts extends YearAccounts {
  /** Every solve and what it left open. */
  records: readonly SolveRecord[];
  checks: readonly CheckResult[];
}

/** Everything the published results of two years are written from. */
export interface Study extends TableAccounts {
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
  /** Of each city; `null` where sectors are in no groups. */
  types: readonly CityType[] | null;
  /** Indices of the peers of each city; none without types. */
  peers: readonly number[][];
}

/** What the published results show first; every other measure and basis stands beside it. */
export interface StudyOptions {
  measure?: TonneMeasure;
  /** Id of a price basis of the release; its own default otherwise. */
  priceBasis?: string;
  /** Given the accounts of both years once they are known, while other threads solve what compares them; not where consumers are so many that they go through in blocks. */
  whileOpen?: (accounts: YearAccounts) => void;
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
  frame: StudyFrame,
  release: Tables,
  solve: SolveColumns,
  report: (done: number, total: number) => void = () => {},
  { measure = DEFAULT_MEASURE, priceBasis, whileOpen }: StudyOptions = {},
): Promise<Study> {
  const method: SdaMethod = measure === "sda-shapley" ? "shapley" : "polar";
  const models = buildStudyModels(frame, release, priceBasis);
  const read = ([first, last]: SolvedStudy["years"]) => [readYear(first), readYear(last)] as const;
  const solved = await solveStudy(models, solve, method, report, (pair) => whileOpen?.({ frame, years: read(pair) }));
  const { cube } = solved.bases[0];
  const years = read(solved.years);
  const types = typeCities(frame, years[1]);
  const last = String(frame.years[1]);
  const valueAdded = frame.regions.map((region) => region.valueAdded[last]);
  const label = (r: number) => frame.regions[r].code;
  const readings = readClasses(solved.bases, {
    footprints: [years[0].footprint, years[1].footprint],
    production: [years[0].production, years[1].production],
  });
  return {
    frame,
    years,
    // The others have been read: eight R×R matrices each.
    solved: { ...solved, bases: solved.bases.slice(0, 1) },
    records: solved.records,
    measure,
    method,
    W: calcMitigationMatrix(cube, measure),
    shown: readings[MEASURES.indexOf(measure)],
    readings,
    types,
    peers: types
      ? findPeers(
          types.map(({ group }) => group),
          valueAdded,
        )
      : frame.regions.map(() => []),
    checks: [...years.flatMap(checkAccounts), ...checkPair(cube, solved.causes, method, label)],
  };
}

/**
 * Compute the accounts of one year of a release: what a table can say without another to compare it with.
 *
 * @param solve `solveOutput`, wherever it runs.
 * @param report Told how many solves are done, and of how many.
 * @throws {ModelError} As the solver.
 */
export async function runAccounts(
  frame: StudyFrame,
  release: Tables,
  solve: SolveColumns,
  report: (done: number, total: number) => void = () => {},
): Promise<TableAccounts> {
  const model = buildYearModel(release, 0, listNames(frame));
  const { year: solved, records } = await solveAccounts(model, solve, report);
  const year = readYear(solved);
  return { frame, years: [year], records, checks: checkAccounts(year) };
}

function checkAccounts({ model, C, abroad, M }: StudyYear): CheckResult[] {
  return checkYear(model, { C, Dabroad: abroad, M }).map((check) => ({ ...check, id: `${check.id}-${model.year}` }));
}

/** Types need sectors in the six groups; another country's list may have none. */
function typeCities({ sectors, regions }: StudyFrame, { model }: StudyYear): CityType[] | null {
  return sectors.every(({ group }) => group !== null) ? calcCityTypes(model.v, sectors, regions.length) : null;
}

function readYear(solved: SolvedYear): StudyYear {
  const { x, F, axes } = solved.model;
  const { C } = solved.sums;
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
