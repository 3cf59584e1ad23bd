import type { CityContext } from "./facts.ts";

/** Line below a figure: data set, release, prices; what the figure itself has to add comes first. */
export function sourceLine(
  { country, words, lang }: Pick<CityContext, "country" | "words" | "lang">,
  first = "",
): string {
  const { release, priceBasis, priceBases } = country.summary;
  const prices = priceBases.find((basis) => basis.id === priceBasis)?.label[lang] ?? priceBasis;
  const print = release.kind === "open-estimate" ? words.figure.source : words.figure.sourceOther;
  return [first, print(release.id, prices, country.draws !== null)].filter(Boolean).join(lang === "zh" ? "" : " ");
}
