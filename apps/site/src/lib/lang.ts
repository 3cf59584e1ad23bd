/** Languages of the site, the default first. */
export const LANGS = ["en", "zh"] as const;
export type Lang = (typeof LANGS)[number];

/** Value of the `lang` attribute. */
export const LANG_TAG: Record<Lang, string> = { en: "en", zh: "zh-CN" };

/** The language that the switch in the masthead leads to. */
export const otherLang = (lang: Lang): Lang => (lang === "en" ? "zh" : "en");

/** Value of `og:locale`. */
export const OG_LOCALE: Record<Lang, string> = { en: "en_GB", zh: "zh_CN" };
