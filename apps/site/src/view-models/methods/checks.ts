import type { RunCheck } from "../../lib/checks.ts";
import { scientific } from "../../lib/scientific.ts";
import type { DocumentSection, DocumentTable } from "../document.ts";
import type { MethodsContext } from "./context.ts";

/** `rows-balance-2017` and `given-equals-received:absolute` as the check and what it was made for. */
function splitId(id: string): { check: string; detail: string | null } {
  const [, check = id, detail = null] = /^(.*?)(?:-(?=\d{4}$)|:)(.+)$/.exec(id) ?? [];
  return { check, detail };
}

function checkTable(caption: string, checks: readonly RunCheck[], { words, terms }: MethodsContext): DocumentTable {
  const text = words.tables.checks;
  const nameOf = (check: RunCheck) => {
    const { check: id, detail } = splitId(check.id);
    const name = text.names[id] ?? check.note ?? check.id;
    const measure = Object.entries(terms.measures).find(([key]) => key === detail)?.[1];
    return detail === null ? name : text.of(name, measure ?? detail);
  };
  const rows = checks.map((check) => ({
    cells: [
      nameOf(check),
      text.status[check.status],
      scientific(check.value),
      check.tolerance === null ? text.none : scientific(check.tolerance),
    ],
  }));
  return { caption, columns: text.columns, numeric: [2, 3], rows };
}

/** What was checked when the release was made, and how exactly each system was solved. */
export function describeChecks(context: MethodsContext): DocumentSection {
  const text = context.words.tables.checks;
  const { manifest, runChecks, summary } = context;
  const solves: DocumentTable = {
    caption: text.solves,
    columns: text.solveColumns,
    numeric: [1, 2, 3],
    rows: summary.solves.map(({ id, rounds, residual, bound }) => ({
      cells: [
        { text: id, code: true },
        String(rounds),
        scientific(residual),
        bound === null ? text.noBound : scientific(bound),
      ],
    })),
  };
  return {
    id: "checks",
    heading: text.heading,
    blocks: [
      { kind: "table", table: checkTable(text.release, manifest.checks, context) },
      ...(runChecks.length > 0 ? [{ kind: "table" as const, table: checkTable(text.run, runChecks, context) }] : []),
      { kind: "text", text: text.solvesIntro },
      { kind: "table", table: solves },
    ],
  };
}
