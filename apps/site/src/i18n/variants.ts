/** What the sign of a mitigation is called; `none` where it prints as zero. */
export type Direction = "cut" | "growth" | "none";

/** What became of a quantity between the first and the last year; `flat` below half a per cent. */
export type Trend = "rose" | "fell" | "flat";

/** A mitigation without its sign: the amount with its unit, and which way it went. */
export interface Mitigated {
  direction: Direction;
  amount: string;
}

/** How one of two positive amounts compares with the other. */
export type Comparison = "almost-all" | "most" | "slightly-more" | "equal";

/** Where a city sits among its peers, in bands of a quarter. */
export type Band = "lowest" | "lower" | "upper" | "highest";

/**
 * How the draws of the estimate judge a class: `firm` where two thirds agree on the published one, `other` where they agree
 * on another, `uncertain` where they do not agree, `none` where none were made.
 */
export type Agreement = "firm" | "other" | "uncertain" | "none";

/** Years of a data set, as printed: single years, and the span in the style of the language. */
export interface Years {
  first: string;
  last: string;
  span: string;
}
