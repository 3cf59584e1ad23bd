import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** A font of the site: where it comes from and what of it is kept. */
export interface Face {
  /** Name of the file that is written, without its ending. */
  file: string;
  /** Families that it is declared for. */
  families: readonly string[];
  weight: string;
  /** npm package and file inside it. */
  source: { package: string; file: string };
  axes?: Record<string, { min: number; max: number; default?: number }>;
  /** Which of the site's characters it is asked for. */
  characters: "latin" | "han" | "names" | "switch";
  /** Pages that load it. */
  langs: readonly ("en" | "zh")[];
}

const han = (style: "serif" | "sans", weight: 400 | 600) => ({
  weight: String(weight),
  source: {
    package: `@fontsource/noto-${style}-sc`,
    file: `noto-${style}-sc-chinese-simplified-${weight}-normal.woff2`,
  },
});

/** The language switch of English pages. */
export const SWITCH = "中文";

/** Latin first in every stack, so that digits are the same in both languages; English pages get the names only. */
export const FACES: readonly Face[] = [
  {
    file: "source-serif",
    families: ["Source Serif 4"],
    weight: "300 600",
    source: { package: "@fontsource-variable/source-serif-4", file: "source-serif-4-latin-opsz-normal.woff2" },
    axes: { wght: { min: 300, max: 600 } },
    characters: "latin",
    langs: ["en", "zh"],
  },
  {
    file: "source-sans",
    families: ["Source Sans 3"],
    weight: "400 600",
    source: { package: "@fontsource-variable/source-sans-3", file: "source-sans-3-latin-wght-normal.woff2" },
    axes: { wght: { min: 400, max: 600 } },
    characters: "latin",
    langs: ["en", "zh"],
  },
  { file: "han-serif-600", families: ["Noto Serif SC"], ...han("serif", 600), characters: "han", langs: ["zh"] },
  { file: "han-sans-400", families: ["Noto Sans SC"], ...han("sans", 400), characters: "han", langs: ["zh"] },
  { file: "han-sans-600", families: ["Noto Sans SC"], ...han("sans", 600), characters: "han", langs: ["zh"] },
  {
    file: "han-names",
    families: ["Noto Serif SC", "Noto Sans SC"],
    ...han("serif", 600),
    weight: "400 600",
    characters: "names",
    langs: ["en"],
  },
  // After the names, so that these two are the sans even there.
  {
    file: "han-switch",
    families: ["Noto Sans SC"],
    ...han("sans", 400),
    weight: "400 600",
    characters: "switch",
    langs: ["en"],
  },
];

/** The few signs that no face holds (→ ≥ Σ): files to look in, then the slices of Noto Sans SC by their ranges. */
export const SIGNS = {
  family: "Tributary Signs",
  files: ["source-sans-3-greek-wght-normal.woff2", "source-sans-3-latin-ext-wght-normal.woff2"].map((file) => ({
    package: "@fontsource-variable/source-sans-3",
    file,
  })),
  slices: "@fontsource/noto-sans-sc",
};

/** In none of the packages but in the fonts of every system: left to those. */
export const SYSTEM_SIGNS = "₂⁰⁻∘\u0302";

/** Packages whose licence goes with the files. */
export const PACKAGES: readonly string[] = [...new Set(FACES.map(({ source }) => source.package))];

const require = createRequire(import.meta.url);

/** Folder of an installed font package. */
export const folderOf = (name: string): string => dirname(require.resolve(join(name, "package.json")));

export const readSource = ({ package: name, file }: Face["source"]): Promise<Buffer> =>
  readFile(join(folderOf(name), "files", file));
