import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Run, runMain } from "../run-main.ts";

/** A release of forty cities with its results: small enough to build in a test, large enough to reach the published share. */
export class SmallRelease {
  readonly folder = mkdtempSync(join(tmpdir(), "tributary-small-"));
  readonly settings = join(this.folder, "small.yaml");
  readonly path = join(this.folder, "small");

  /** Build it, and the results in it. */
  async build(...flags: string[]): Promise<void> {
    writeFileSync(this.settings, "cityCount: 40\n");
    for (const run of [
      await this.estimate("--out", this.path, ...flags),
      await runMain("model", "run", "--release", this.path),
    ])
      if (run.code !== 0 || run.stdout !== "") throw new Error(`Ended with ${run.code}: ${run.stdout}${run.stderr}`);
  }

  /** Run `tributary estimate` with its settings. */
  estimate(...flags: string[]): Promise<Run> {
    return runMain("estimate", "--settings", this.settings, "--id", "small", ...flags);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

/** Every file below a folder with its bytes. */
export function listFiles(path: string): Map<string, string> {
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
      .map((file) => [file.slice(path.length), readFileSync(file, "base64")]),
  );
}
