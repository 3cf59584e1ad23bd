/** One problem in someone's data, at the place where it can be mended. */
export interface Issue {
  severity: "error" | "warning";
  /** Literal code, such as `not-balanced` or `unknown-province`. */
  code: string;
  /** File, row, column; or region and sector. As precise as is known, e.g. `cities.csv:14:va_primary_2012`. */
  where: string;
  /** What is wrong, with the numbers. */
  message: string;
  /** What to do about it. */
  hint?: string;
}

/** How many lines an error message has at most. */
const LISTED = 50;

/** `where  message  [code]  hint: …`, the one line in which every issue is shown. */
export function formatIssue({ where, message, code, hint }: Issue): string {
  return `${where}  ${message}  [${code}]${hint ? `  hint: ${hint}` : ""}`;
}

/** How many issues of one kind are listed. */
const OF_A_KIND = 5;

/** Issues as lines: of each kind, by its code and file, the first five, then how many more there are. */
export function summarizeIssues(issues: readonly Issue[], format: (issue: Issue) => string = formatIssue): string[] {
  const counts = new Map<string, number>();
  const lines: string[] = [];
  for (const issue of issues) {
    const kind = nameKind(issue);
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    if (count <= OF_A_KIND) lines.push(format(issue));
  }
  const rest = [...counts].filter(([, count]) => count > OF_A_KIND);
  return [...lines, ...rest.map(([kind, count]) => `… and ${count - OF_A_KIND} more ${kind}`)];
}

/** `in Z.csv  [not-finite]`; without a file the code alone. */
function nameKind({ where, code }: Issue): string {
  const [file, ...places] = where.split(/[:!](?=[^/\\])/);
  return places.length > 0 ? `in ${file}  [${code}]` : ` [${code}]`;
}

function listIssues(headline: string, issues: readonly Issue[]): string {
  const lines = summarizeIssues(issues).map((line) => `  ${line}`);
  const listed = lines.slice(0, LISTED);
  if (lines.length > LISTED) listed.push(`  … and ${lines.length - LISTED} more lines`);
  return [headline, ...listed].join("\n");
}

/** Somebody's data or settings are wrong. Carries every issue found, not the first. */
export class InputError extends Error {
  override readonly name = "InputError";
  readonly code: string;
  readonly issues: readonly Issue[];

  constructor(code: string, message: string, issues: readonly Issue[] = []) {
    super(listIssues(message, issues));
    this.code = code;
    this.issues = issues;
  }
}

export type ModelErrorCode = "shape-mismatch" | "not-productive" | "not-converged" | "not-finite" | "stale";

/** The numbers cannot be computed: a wrong shape, a table without a solution, a solve that does not settle, a solver that is out of turn. */
export class ModelError extends Error {
  override readonly name = "ModelError";
  readonly code: ModelErrorCode;

  constructor(code: ModelErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
