import type { CauseKind, Headline } from "@tributary/core";

const figures = (count: number) => (count === 1 ? "1 headline figure" : `${count} headline figures`);

/** What moved since the last release: a section of every profile, the changelog and its feed. */
export const revision = {
  heading: "What changed since the last release",
  first: "This is the first release of this data set. There is nothing to compare it with yet.",
  missing: (release: string, date: string) => `Release ${release} of ${date} did not have this city.`,
  same: (release: string, date: string) =>
    `None of the headline figures of this city has moved, as printed, since release ${release} of ${date}.`,
  moved: (release: string, date: string, count: number) =>
    `Since release ${release} of ${date}, ${figures(count)} of this city ${count === 1 ? "has" : "have"} moved.`,
  reclassified: (before: string, after: string) => `Its class was ${before}; now it is ${after}.`,
  table: (release: string) => `Table: figures that moved since ${release}`,
  columns: { figure: "Figure", old: "Before", new: "Now", cause: "Cause" },
  quantities: {
    footprint: "Footprint",
    territorial: "Emitted in the city",
    outsourcedShare: "Outsourced share",
    localMitigation: "Local mitigation",
    outsourcedMitigation: "Outsourced mitigation",
    class: "Class",
    presence: "In the data set",
  } as Record<Headline, string>,
  inYear: (quantity: string, year: string) => `${quantity}, ${year}`,
  yes: "yes",
  no: "no",
  causes: {
    data: "data",
    method: "method",
    code: "code",
    boundary: "boundary",
  } as Record<CauseKind, string>,
  causeNote: (kind: string, note: string) => `{b|${kind.charAt(0).toUpperCase()}${kind.slice(1)}.} ${note}`,
  notStated: "not stated yet",
  causesTitle: "Causes",
  formula: "figure now − figure before, both as printed",
  inputs: "headline figures of both releases, as recorded when the earlier one was published",
  all: "All changes",
};

/** The page of all releases. */
export const changelog = {
  title: "Changelog",
  description: "Every release of the data set: what moved, by how much, and why.",
  lead: "Published figures move only with a stated cause. Here is each release with its causes and its largest revisions.",
  contents: "Releases",
  feedTitle: "Tributary: releases",
  feed: "Subscribe (Atom)",
  feedLink: "Changelog, Atom feed",
  work: "Not published: work on the next release",
  workText: (release: string) =>
    `These pages are a build of later work than release ${release}. Its figures may still move.`,
  release: (id: string, date: string) => `${id}, ${date}`,
  first: (regions: number) => `First release: ${regions === 1 ? "1 city" : `${regions} cities`}.`,
  none: (older: string) => `No headline figure has moved as printed since ${older}.`,
  moved: (older: string, count: number, cities: number, classes: number) =>
    `Since ${older}, ${figures(count)} of ${cities === 1 ? "1 city" : `${cities} cities`} moved as printed; ${classes === 0 ? "no city changed its class" : classes === 1 ? "1 city changed its class" : `${classes} cities changed their class`}.`,
  totals: "All cities together",
  ofAll: {
    footprint: "Footprints",
    territorial: "Emissions of production",
    outsourcedShare: "Outsourced share",
  },
  total: "Total",
  largest: "Largest revisions",
  city: "City",
  move: "Move",
  more: "All of them, on the command line:",
  record: (file: string) => `Headline figures of the release: ${file}`,
};
