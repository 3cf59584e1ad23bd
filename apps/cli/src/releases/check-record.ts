import { compareFigures, type Issue, type ReleaseRecord } from "@tributary/core";
import { describeMove } from "./describe-move.ts";
import { describeBuild } from "./open-side.ts";

/** What a frozen release says otherwise than the record of its publication. */
export function checkRecord(folder: string, record: ReleaseRecord): Issue[] {
  return compareFigures(record.figures, describeBuild(folder).figures).map((move) => {
    const { where, message } = describeMove(move);
    return { severity: "error", code: "not-as-published", where, message };
  });
}
