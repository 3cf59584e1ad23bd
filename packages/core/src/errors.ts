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

/** How many issues an error message lists before it only counts the rest. */
const LISTED = 50;

/** `where  message  [code]  hint: …`, the one line in which every issue is shown. */
export function formatIssue({ where, message, code, hint }: Issue): string {
  return `${where}  ${message}  [${code}]${hint ? `  hint: ${hint}` : ""}`;
}

function listIssues(headline: string, issues: readonly Issue[]): string {
  const lines = issues.slice(0, LISTED).map((issue) => `  ${formatIssue(issue)}`);
  if (issues.length > LISTED) lines.push(`  … and ${issues.length - LISTED} more`);
  return [headline, ...lines].join("\n");
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
