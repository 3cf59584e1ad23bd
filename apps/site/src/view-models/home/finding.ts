import { catalogue } from "../../i18n/catalogue.ts";
import type { Finding } from "../../i18n/en/home.ts";
import { share } from "../../lib/format.ts";
import type { Lang } from "../../lib/lang.ts";
import type { Country } from "../city/facts.ts";
import { trendOf } from "../compare.ts";

/** One of the two findings that stand beside each other. */
interface Side {
  title: string;
  text: string;
  notes: string[];
  doi?: string;
}

/** The two findings, and what stands above them. */
export interface FindingView {
  heading: string;
  study: Side;
  ours: Side;
}

/** What the study found, quoted as its own, and what this data set gives. */
export function describeFinding({ summary }: Country, lang: Lang): FindingView {
  const { paper, totals, years, classCounts } = summary;
  const [first, last] = [String(years[0]), String(years[1])];
  const print = (value: number) => share(value, lang);
  const sharesOf = (key: (year: string) => number, cities: number): Finding => ({
    first,
    last,
    firstShare: print(key(first)),
    lastShare: print(key(last)),
    cities,
  });
  const study = (year: string) => paper.outsourcedShare[year] ?? Number.NaN;
  const ours = (year: string) => totals[year]!.outsourcedShare;
  const { strong, weak } = classCounts;
  const text = catalogue(lang).home.finding;
  return {
    heading: text.heading,
    study: {
      title: text.study,
      text: text.studyText(sharesOf(study, paper.cities), paper.beneficiaries, paper.strong, paper.weak),
      notes: [paper.citation],
      doi: paper.doi,
    },
    ours: {
      title: text.ours,
      text: text.oursText(sharesOf(ours, summary.cities), summary.shareRose, strong + weak, strong, weak),
      notes: [
        ...(summary.release.kind === "open-estimate" ? [text.calibrated(first, print(study(first)))] : []),
        text.direction(trendOf(study(first), study(last)), trendOf(ours(first), ours(last))),
      ],
    },
  };
}
