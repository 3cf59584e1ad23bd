import { calcOriginSectorConsumer, sum } from "@tributary/core";
import { DRAWS_AT_ONCE, placeInClass } from "./draw-effects.ts";
import { drawFactors } from "./draw-factors.ts";
import { calcChange, calcMitigated, calcProductionChange, type DrawnAnswer } from "./prepare-draws.ts";
import type { DrawTerms } from "./spreads.ts";
import { type DrawnChanges, type DrawSummary, shareClasses, summarizeChanges } from "./summarize-effects.ts";

/** How certain a scenario's effect is on one city, and on all cities together. Units: t CO₂; shares of draws [1]. */
export interface CityDraws extends DrawTerms {
  totals: DrawnChanges;
  city: DrawnChanges;
  /** Null without an earlier year. */
  classes: DrawSummary["cities"][number]["classes"];
}

/** Emissions by origin sector in two parts, n each, 0 where a row is of the other part. */
interface Rows {
  local: Float64Array;
  outsourced: Float64Array;
}

/**
 * The draws of `DrawWeigher` for one city and the sum over cities alone: a few vectors in place of matrices, so that a
 * browser can make them.
 *
 * @param pause Awaited between some draws and the next; what it throws ends the work.
 * @returns The same numbers as `summarizeEffects` for this city.
 */
export async function drawCity(
  answer: DrawnAnswer,
  c: number,
  terms: DrawTerms,
  pause: () => Promise<void>,
): Promise<CityDraws> {
  const { n, R, N, history } = answer.accounts.state.baseline;
  const weigh = makeCityWeigher(answer, c);
  const draws: DrawnNumbers[] = [];
  for (let first = 0; first < terms.draws; first += DRAWS_AT_ONCE) {
    await pause();
    const end = Math.min(first + DRAWS_AT_ONCE, terms.draws);
    const factors = drawFactors(terms, { R, N }, first, end);
    for (let at = 0; at < factors.length; at += n) draws.push(weigh(factors.subarray(at, at + n)));
  }
  const parts = (read: (drawn: DrawnNumbers) => Drawn) => ({
    local: draws.map((drawn) => read(drawn).local),
    outsourced: draws.map((drawn) => read(drawn).outsourced),
    production: draws.map((drawn) => read(drawn).production),
  });
  const classes = { before: draws.map(({ before }) => before), after: draws.map(({ after }) => after) };
  return {
    ...terms,
    totals: summarizeChanges(parts(({ all }) => all)),
    city: summarizeChanges(parts(({ city }) => city)),
    classes: history ? { before: shareClasses(classes.before), after: shareClasses(classes.after) } : null,
  };
}

/** What one draw gives. */
interface Drawn {
  local: number;
  outsourced: number;
  production: number;
}
interface DrawnNumbers {
  city: Drawn;
  all: Drawn;
  /** Places in `CLASSES`. */
  before: number;
  after: number;
}

function makeCityWeigher(answer: DrawnAnswer, c: number): (factors: Float64Array) => DrawnNumbers {
  const { R, N } = answer.accounts.state.baseline;
  const city = splitRows(calcChange(answer, c), c, N);
  const all = { local: new Float64Array(R * N), outsourced: new Float64Array(R * N) };
  for (let consumer = 0; consumer < R; consumer++) {
    const rows = splitRows(calcChange(answer, consumer), consumer, N);
    for (let i = 0; i < R * N; i++) {
      all.local[i] += rows.local[i];
      all.outsourced[i] += rows.outsourced[i];
    }
  }
  const production = calcProductionChange(answer);
  const own = splitRows(production, c, N).local;
  const classOf = makeClassifier(answer, c);
  return (factors) => ({
    city: { ...weighRows(city, factors), production: dot(own, factors) },
    all: { ...weighRows(all, factors), production: dot(production, factors) },
    ...classOf(factors),
  });
}

/** Class before and after in a draw; always the first class where there is no earlier year. */
function makeClassifier(
  { before, accounts }: DrawnAnswer,
  c: number,
): (factors: Float64Array) => Pick<DrawnNumbers, "before" | "after"> {
  const { n, N, history } = accounts.state.baseline;
  if (!before.X0 || !history) return () => ({ before: 0, after: 0 });
  const column = (X: Float64Array) => X.subarray(c * n, (c + 1) * n);
  const first = column(before.X0);
  const size = sum(calcOriginSectorConsumer(history.first.S, first));
  const [was, is] = [before.accounts, accounts].map(({ state, X }) =>
    splitRows(calcMitigated({ state, X: column(X) }, first), c, N),
  );
  const place = (rows: Rows, factors: Float64Array) => {
    const { local, outsourced } = weighRows(rows, factors);
    return placeInClass(local, outsourced, size);
  };
  return (factors) => ({ before: place(was, factors), after: place(is, factors) });
}

function splitRows(values: Float64Array, c: number, N: number): Rows {
  const local = new Float64Array(values.length);
  local.set(values.subarray(c * N, (c + 1) * N), c * N);
  const outsourced = values.slice().fill(0, c * N, (c + 1) * N);
  return { local, outsourced };
}

const weighRows = ({ local, outsourced }: Rows, factors: Float64Array) => ({
  local: dot(local, factors),
  outsourced: dot(outsourced, factors),
});

function dot(values: Float64Array, factors: Float64Array): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i] * factors[i];
  return total;
}
