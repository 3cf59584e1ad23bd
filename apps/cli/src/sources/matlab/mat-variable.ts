import { InputError } from "@tributary/core/errors";

/** A matrix of a MATLAB file, read column by column as it is stored. */
export interface MatVariable {
  /** With the struct that it is in: `MRIO.Z`. */
  name: string;
  rows: number;
  columns: number;
  /** Columns from first to last; each may use the memory of the one before. */
  read(): AsyncIterable<Float64Array>;
}

/** A MATLAB file. */
export interface MatFile {
  variables: readonly MatVariable[];
  close(): void;
}

/** Refuse a file that cannot be read. */
export function refuseMat(
  name: string,
  message: string,
  hint = "load the file again, or save it in MATLAB with -v7.3",
): InputError {
  const issue = { severity: "error" as const, code: "not-a-mat-file", where: name, message, hint };
  return new InputError("not-a-mat-file", "The MATLAB file cannot be read.", [issue]);
}
