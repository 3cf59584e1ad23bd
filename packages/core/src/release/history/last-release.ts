import { compareFigures, type Move } from "./compare-figures.ts";
import type { CausesFile, ReleaseFigures, ReleaseRecord, StatedCause } from "./release-record.ts";

/** What sets a build apart from the release before it. */
export interface Revision {
  older: ReleaseRecord;
  moves: Move[];
  causes: readonly StatedCause[];
}

/** A build that is looked at, published or not. */
interface Build {
  id: string;
  kind: string;
  figures: ReleaseFigures;
}

/** Records by date, the newest first. */
export const sortRecords = (records: readonly ReleaseRecord[]): ReleaseRecord[] =>
  records.toSorted((a, b) => b.published.localeCompare(a.published) || b.id.localeCompare(a.id));

/**
 * What moved since the release before a build; null where there is none.
 *
 * A build with the figures of a published release is that release, and is compared with the one before it. Any other is
 * work on the next one, and is compared with the newest of its kind, whatever it is called.
 *
 * @param next What is declared about the next release.
 */
export function findRevision(
  build: Build,
  records: readonly ReleaseRecord[],
  next: CausesFile | null = null,
): Revision | null {
  const kin = sortRecords(records).filter(({ kind }) => kind === build.kind);
  const published = kin.find(({ id }) => id === build.id);
  if (published && compareFigures(published.figures, build.figures).length === 0)
    return makeRevision(kin, published.previous, build, published.causes);
  const newest = kin[0]?.id ?? null;
  return makeRevision(kin, newest, build, next?.since === newest ? next.causes : []);
}

/** What moved with a published release; null for a first one, or where the one before it is not kept. */
export const findPublishedRevision = (record: ReleaseRecord, records: readonly ReleaseRecord[]): Revision | null =>
  makeRevision(records, record.previous, record, record.causes);

function makeRevision(
  records: readonly ReleaseRecord[],
  id: string | null,
  { figures }: Pick<Build, "figures">,
  causes: readonly StatedCause[],
): Revision | null {
  const older = records.find((record) => record.id === id);
  return older ? { older, moves: compareFigures(older.figures, figures), causes } : null;
}
