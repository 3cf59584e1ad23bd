import {
  compareFigures,
  compareInputs,
  findCauses,
  InputError,
  type Issue,
  isLarge,
  listChangedKinds,
  type Move,
  type ReleaseRecord,
} from "@tributary/core";
import { IssueList } from "../sources/issue-list.ts";
import { describeMove } from "./describe-move.ts";
import type { StatedCauses } from "./read-causes.ts";

/** What the gate found, and let through. */
export interface Passed {
  moves: Move[];
  warnings: Issue[];
}

/**
 * Hold a release against the one before it: whatever moved by more than the threshold has a stated cause, every stated
 * cause has changed something, and everything that has changed is stated: else a cause would explain what another did.
 *
 * @throws {InputError} `bad-causes` where the causes are those of another release, or one of them has changed nothing.
 * @throws {InputError} `unexplained`, with every move that no cause explains, and every change that no cause states.
 */
export function passGate(
  older: ReleaseRecord,
  newer: ReleaseRecord,
  stated: StatedCauses | null,
  threshold: number,
): Passed {
  if (stated) checkCauses(older, newer, stated);
  const causes = stated?.causes ?? [];
  const moves = compareFigures(older.figures, newer.figures);
  const large = moves.filter((move) => isLarge(move, threshold));
  const unstated = listUnstated(older, newer, stated);
  const unexplained = large.filter((move) => findCauses(move, causes).length === 0);
  if (unexplained.length > 0) throw refuse(older, newer, unexplained, threshold);
  if (large.length > 0 && unstated.length > 0) throw refuseUnstated(newer, large, unstated);
  return { moves, warnings: unstated };
}

function checkCauses(older: ReleaseRecord, newer: ReleaseRecord, { since, causes, place }: StatedCauses): void {
  const issues = new IssueList();
  if (since !== older.id)
    issues.error(place(["since"]), {
      code: "other-release",
      message: `these causes follow ${since}, the release before is ${older.id}`,
      hint: "state what was changed since then, and nothing older",
    });
  const changed = compareInputs(older.inputs, newer.inputs);
  const regions = new Set([...older.figures.regions, ...newer.figures.regions].map(({ code }) => code));
  for (const [k, { cause, regions: named = [] }] of causes.entries()) {
    if (changed[cause].length === 0)
      issues.error(place(["causes", k, "cause"]), {
        code: "nothing-changed",
        message: `"${cause}", but nothing of that kind differs from ${older.id}`,
        hint: `changed: ${listChangedKinds(changed).join(", ") || "nothing"}`,
      });
    for (const [i, code] of named.entries())
      if (!regions.has(code))
        issues.error(place(["causes", k, "regions", i]), { code: "unknown-region", message: `no region ${code}` });
  }
  issues.refuse("bad-causes", "The causes cannot be used");
}

function refuse(older: ReleaseRecord, newer: ReleaseRecord, moves: readonly Move[], threshold: number): InputError {
  const changed = listChangedKinds(compareInputs(older.inputs, newer.inputs)).join(", ") || "nothing";
  const issues = moves.map((move): Issue => {
    const { where, message } = describeMove(move, newer);
    return { severity: "error", code: "unexplained", where, message };
  });
  return new InputError(
    "unexplained",
    `${newer.id} is not published: ${moves.length} figures moved by more than ${Number((100 * threshold).toPrecision(6))} % since ${older.id}, or changed their class, without a cause (changed: ${changed}). State the cause in the file of causes.`,
    issues,
  );
}

/** Which of two changes has moved a figure is not known: a cause that is stated does not answer for one that is not. */
function refuseUnstated(newer: ReleaseRecord, large: readonly Move[], unstated: readonly Issue[]): InputError {
  const { where, message } = describeMove(large[0], newer);
  return new InputError(
    "unexplained",
    `${newer.id} is not published: ${large.length} figures moved, such as ${where}: ${message}, and not all that was changed is stated. State it in the file of causes.`,
    unstated.map((issue) => ({ ...issue, severity: "error" })),
  );
}

/** What was changed and is not stated: no reason to refuse where nothing large follows from it. */
function listUnstated(older: ReleaseRecord, newer: ReleaseRecord, stated: StatedCauses | null): Issue[] {
  const changed = compareInputs(older.inputs, newer.inputs);
  const kinds = new Set(stated?.causes.map(({ cause }) => cause));
  return listChangedKinds(changed)
    .filter((kind) => !kinds.has(kind))
    .map((kind) => ({
      severity: "warning",
      code: "not-stated",
      where: kind,
      message: `changed since ${older.id} and not stated: ${changed[kind].join(", ")}`,
    }));
}
