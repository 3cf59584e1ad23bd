/** A text in both languages of the site. */
export interface Text {
  en: string;
  zh: string;
}

/** Something to know about what a lever does here: it stands beside the results. */
export interface Remark {
  /** Literal code, such as `negative-value-added`. */
  code: string;
  text: Text;
}
