import { existsSync } from "node:fs";
import { join } from "node:path";
import { compareFigures, type Issue, type ReleaseRecord } from "@tributary/core";
import { hashFile } from "../store/folder-files.ts";
import { SUMS } from "../store/hash-list.ts";
import { RESULTS } from "../store/release-store.ts";
import { refuse } from "./collect-issues.ts";
import { describeMove } from "./describe-move.ts";
import { describeBuild } from "./open-side.ts";

/** Figures that are listed; of the others their number is. */
const LISTED = 10;

/**
 * What a release says otherwise than the record of its publication. One id has one set of figures; a frozen release also
 * has the bytes that were published.
 */
export function checkRecord(folder: string, record: ReleaseRecord, isFrozen: boolean): Issue[] {
  if (!existsSync(join(folder, "results", RESULTS.marker))) return [];
  const moves = compareFigures(record.figures, describeBuild(folder).figures);
  const issues = moves.slice(0, LISTED).map((move) => {
    const { where, message } = describeMove(move, record);
    return refuse("not-as-published", where, message);
  });
  if (moves.length > LISTED)
    issues.push(refuse("not-as-published", record.id, `has ${moves.length - LISTED} more figures that differ`));
  if (isFrozen && record.sums !== undefined && record.sums !== hashFile(join(folder, SUMS)))
    issues.push(refuse("not-as-published", SUMS, "is not the list of hashes that was published"));
  return issues;
}
