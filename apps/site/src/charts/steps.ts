import { circle, text } from "./marks.ts";

/** Colours with a meaning: outsourced, local, or totals that mix both. */
export type Hue = "out" | "local" | "ink-2";

/** What stands for a value on a stepped map: its step, 0 the lowest, and whether it is a growth. Null: no figure. */
export interface Stepped {
  step: number;
  growth: boolean;
}

const STRENGTH = [0.22, 0.42, 0.62, 0.8, 1];

/** Fill of a step; ordered by lightness only, so that it survives a grey printer. */
const fillOf = (hue: Hue, step: number): string =>
  hue === "out" ? `fill="var(--out-${step + 1})"` : `fill="var(--${hue})" fill-opacity="${STRENGTH[step]}"`;

const outlineOf = (hue: Hue): string => `stroke="var(--${hue === "out" ? "out-4" : hue})" stroke-width=".75"`;

/** Attributes of the mark of a value: filled for a cut or an amount, a ring for growth, a thin ring for no figure. */
export function paint(value: Stepped | null, hue: Hue): string {
  if (value === null) return 'fill="none" stroke="var(--rule)" stroke-width="1"';
  if (value.growth) return `fill="var(--plate)" stroke="var(--${hue})" stroke-width="1.75"`;
  return `${fillOf(hue, value.step)} ${outlineOf(hue)}`;
}

/** The steps in words, one row each: amounts, and growths beside them where there are any. */
export interface StepKey {
  title: string;
  /** One text a step, the lowest first. */
  steps: readonly string[];
  /** Heads of the two columns, where growth occurs. */
  sides: readonly [cut: string, growth: string] | null;
}

const ROW = 21;

/** Height of a key [px]. */
export const keyHeight = ({ steps, sides }: StepKey): number => 22 + (sides ? ROW : 0) + steps.length * ROW;

/** Draw a key with its upper left corner at (x, y); `radii` of the steps, or null where the marks are squares. */
export function drawStepKey(key: StepKey, hue: Hue, x: number, y: number, radii: readonly number[] | null): string {
  const top = y + 24 + (key.sides ? ROW : 0);
  const mark = (cx: number, cy: number, value: Stepped) =>
    radii
      ? circle(cx, cy, radii[value.step]!, paint(value, hue))
      : `<rect x="${cx - 7}" y="${cy - 7}" width="14" height="14" ${paint(value, hue)}/>`;
  const rows = key.steps.map((content, step) => {
    const cy = top + step * ROW;
    const growth = key.sides ? mark(x + 36, cy, { step, growth: true }) : "";
    return mark(x + 10, cy, { step, growth: false }) + growth + text(x + (key.sides ? 54 : 28), cy, content, "t-2 num");
  });
  const sides = key.sides ? text(x, top - ROW - 1, `${key.sides[0]} / ${key.sides[1]}`, "t-2") : "";
  return text(x, y + 8, key.title, "t-2 strong halo") + sides + rows.join("");
}
