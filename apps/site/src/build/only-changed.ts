import { readFileSync } from "node:fs";
import type { AstroIntegration } from "astro";
import { type UnitName, unitOf } from "./units.ts";

/** Names the file that holds the `RenderList` of this run. */
export const RENDER_LIST = "TRIBUTARY_RENDER_LIST";

/** What one run of Astro renders: some units or all, and of these every `of`-th from `part` on. */
export interface RenderList {
  units: UnitName[] | null;
  part: number;
  of: number;
}

/** A number from the letters of a name, so that runs share the units without knowing them all. */
const numberOf = (unit: UnitName): number =>
  [...unit].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 65521, 7);

/** Whether a route belongs to a run. */
export function isWanted(
  pathname: string,
  { units, part, of }: Omit<RenderList, "units"> & { units: ReadonlySet<UnitName> | null },
): boolean {
  const unit = unitOf(pathname);
  return numberOf(unit) % of === part && (units === null || units.has(unit));
}

/** Render only what the build has put on its list; everything where there is none. */
export function onlyChanged(listFile: string | undefined = process.env[RENDER_LIST]): AstroIntegration {
  return {
    name: "only-changed",
    hooks: {
      "astro:build:start": ({ setPrerenderer }) => {
        if (listFile === undefined) return;
        const list: RenderList = JSON.parse(readFileSync(listFile, "utf8"));
        const wanted = { ...list, units: list.units && new Set(list.units) };
        setPrerenderer((everything) => ({
          ...everything,
          name: "tributary:only-changed",
          getStaticPaths: async () =>
            (await everything.getStaticPaths()).filter(({ pathname }) => isWanted(pathname, wanted)),
        }));
      },
    },
  };
}
