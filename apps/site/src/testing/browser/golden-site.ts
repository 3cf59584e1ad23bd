import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { writeResults } from "../make-results.ts";

const SITE = resolve(import.meta.dirname, "../../..");

/** A site of three synthetic cities in a folder of its own, built as the real one is. */
export interface GoldenSite {
  dist: string;
  /** Folder of the records of earlier releases; there are none to begin with. */
  archive: string;
  /** Change a file of the release, in place of what it holds. */
  edit(file: string): string;
  /** Build again; what the build said, and whether it ended well. */
  build(): { said: string; ok: boolean };
  remove(): void;
}

/** Write the release and build it; takes about ten seconds. */
export function makeGoldenSite(): GoldenSite {
  const folder = mkdtempSync(join(tmpdir(), "tributary-site-"));
  const [dist, archive] = [join(folder, "dist"), join(folder, "archive")];
  mkdirSync(archive);
  writeResults(join(folder, "release"), 3);
  const build = () => {
    const run = spawnSync(process.execPath, ["build.ts", "--outDir", dist, "--cache", join(folder, "cache")], {
      cwd: SITE,
      encoding: "utf8",
      env: {
        ...process.env,
        TRIBUTARY_RELEASE: join(folder, "release"),
        TRIBUTARY_ARCHIVE: archive,
        SITE_URL: "",
        BASE_PATH: "/",
        NODE_ENV: "production",
      },
    });
    return { said: run.stdout + run.stderr, ok: run.status === 0 };
  };
  return {
    dist,
    archive,
    build,
    edit: (file) => join(folder, "release", file),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** Text of a file of the site. */
export const readPage = ({ dist }: GoldenSite, path: string): string => readFileSync(join(dist, path), "utf8");
