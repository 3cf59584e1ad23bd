import { LEVERS } from "@tributary/scenarios";
import { DEFAULT_PATHS } from "../paths.ts";
import { readManifest } from "../store/manifest-reader.ts";

type Manifest = ReturnType<typeof readManifest>["manifest"];

/** What options take that only a release or the program knows, by option. */
const VALUES: Readonly<Record<string, (manifest: Manifest) => readonly (string | number)[]>> = {
  "--region": ({ regions }) => regions.map(({ code }) => code),
  "--city": ({ regions }) => regions.map(({ code }) => code),
  "--sector": ({ sectors }) => sectors.map(({ code }) => code),
  "--year": ({ years }) => years,
  "--stressor": ({ stressors }) => stressors.map(({ name }) => name),
  "--price-basis": (manifest) => ("priceBases" in manifest ? manifest.priceBases.map(({ id }) => id) : []),
  "--lever": () => [...LEVERS.keys()],
  "--exclude": () => [...LEVERS.keys()],
  "--keep": () => [...LEVERS.keys()],
};

/** Options whose values are asked of the program when they are completed. */
export const ASKED_OPTIONS: readonly string[] = Object.keys(VALUES);

/**
 * Values of an option for the release that a command line names; none where there is none, since a shell cannot show a
 * refusal. Values with spaces are left out: shells take them apart.
 *
 * @param line Words before the value.
 */
export function listOptionValues(option: string, line: string): string[] {
  const release = /--release[ =](\S+)/.exec(line)?.[1] ?? DEFAULT_PATHS.release;
  try {
    const { manifest } = readManifest(release);
    return (VALUES[option]?.(manifest) ?? []).map(String).filter((value) => !/\s/.test(value));
  } catch {
    return [];
  }
}
