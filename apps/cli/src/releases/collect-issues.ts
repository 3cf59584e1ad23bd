import { InputError, type Issue } from "@tributary/core";

/** A problem of a release at its place. */
export const refuse = (code: string, where: string, message: string): Issue => ({
  ...{ severity: "error", code, where, message },
});

/** What reading refuses, among all other problems; what it gives, to go on with. */
export function collect<T>(issues: Issue[], where: string, read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    const own = error instanceof InputError ? error.issues : [];
    issues.push(...(own.length > 0 ? own : [refuse(String(error.code), where, error.message)]));
    return null;
  }
}
