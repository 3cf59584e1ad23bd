import type { CityGroup, CityResult } from "@tributary/core";
import { ORIGIN_GROUPS, type OriginGroups } from "../../charts/origin-groups.ts";
import { heatFormat, shadeSteps } from "../../charts/product-heat.ts";
import { emissionsFormat, share } from "../../lib/format.ts";
import { type Figure, numberOf, type Section, sectionFiles, type Table } from "../page-parts.ts";
import { type CityContext, profilePath, queryCommand } from "./facts.ts";
import { sourceLine } from "./source.ts";

type Chains = NonNullable<CityResult["chains"]>;

/** Products that are named; the others are one row. */
const NAMED = 8;

/** A product with what each of the four groups of the figures emits for it. */
interface Product {
  sector: string;
  groups: OriginGroups;
  total: number;
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** The six groups as the four that figures tell apart. */
function mergeGroups(groups: Partial<Record<CityGroup, number>>): OriginGroups {
  const { energy = 0, services = 0, "heavy industry": heavy = 0 } = groups;
  const all = sumOf(Object.values(groups));
  return { energy, "heavy industry": heavy, services, other: all - energy - heavy - services };
}

/** Products by what is emitted for them, largest first. */
function listProducts({ products }: Chains): Product[] {
  return products
    .map(({ sector, groups }) => ({
      sector,
      groups: mergeGroups(groups),
      total: sumOf(Object.values(groups)),
    }))
    .sort((a, b) => b.total - a.total);
}

/** What the products have together. */
const addUp = (products: readonly Product[]): Omit<Product, "sector"> => ({
  groups: Object.fromEntries(
    ORIGIN_GROUPS.map((group) => [group, sumOf(products.map(({ groups }) => groups[group]))]),
  ) as Record<(typeof ORIGIN_GROUPS)[number], number>,
  total: sumOf(products.map(({ total }) => total)),
});

/** Rows of figure and table: the products that are named, and the others together. */
function listRows(context: CityContext, chains: Chains): (Omit<Product, "sector"> & { name: string })[] {
  const { sectors, words } = context;
  const products = listProducts(chains);
  const named = products
    .slice(0, NAMED)
    .map((product) => ({ ...product, name: sectors[product.sector] ?? product.sector }));
  const rest = products.slice(NAMED).filter(({ total }) => total !== 0);
  return rest.length > 0 ? [...named, { ...addUp(rest), name: words.chains.heat.others(rest.length) }] : named;
}

function makeHeat(context: CityContext, chains: Chains): Figure {
  const { words, lang, city, after, years } = context;
  const text = words.chains.heat;
  const rows = listRows(context, chains);
  const format = heatFormat(
    rows.map(({ groups }) => groups),
    lang,
  );
  const table: Table = {
    summary: text.table,
    columns: [text.product(format.unit), ...ORIGIN_GROUPS.map((group) => text.columns[group]), text.sum, text.share],
    rows: rows.map(({ name, groups, total }) => ({
      head: name,
      cells: [
        ...ORIGIN_GROUPS.map((group) => format.amount(groups[group])),
        format.amount(total),
        share(total / after.footprint, lang),
      ],
    })),
  };
  return {
    id: "chains",
    caption: text.caption(years.last),
    note: text.note(format.unit, shadeSteps(lang)),
    charts: [
      {
        kind: "heat",
        data: {
          year: chains.year,
          footprint: after.footprint,
          rows: rows.map(({ name, groups }) => ({ name, groups })),
        },
      },
    ],
    source: sourceLine(context),
    table,
    method: {
      formula: text.formula,
      inputs: text.inputs,
      command: `${queryCommand("products", city.code)} --year ${years.last}`,
    },
    files: sectionFiles(profilePath(city), "chains"),
  };
}

type Step = Chains["paths"][number]["steps"][number];

function makeLargest(context: CityContext, chains: Chains): Figure {
  const { words, lang, city, after, years } = context;
  const text = words.chains.largest;
  const { paths, listed } = chains;
  const format = emissionsFormat(
    paths.map(({ value }) => value),
    lang,
  );
  const stepsOf = (steps: readonly Step[]) => steps.map((step) => nameStep(context, step));
  const row = (head: string, value: number) => ({
    head,
    cells: [format.total(value), share(value / after.footprint, lang)],
  });
  return {
    id: "paths",
    caption: text.caption(paths.length, years.last),
    note: text.note(format.unit),
    charts: [
      {
        kind: "paths",
        data: {
          year: chains.year,
          paths: paths.map(({ steps, value }) => ({
            steps: stepsOf(steps),
            value,
            local: steps.at(-1)?.city === city.code,
          })),
        },
      },
    ],
    source: sourceLine(context),
    table: {
      summary: text.table,
      columns: [text.columns.chain, text.columns.amount(format.unit), text.columns.share],
      rows: [
        ...paths.map(({ steps, value }) => ({
          head: stepsOf(steps).join(" ← "),
          cells: [format.amount(value), share(value / after.footprint, lang)],
        })),
        row(text.covered(paths.length), listed),
      ],
    },
    method: {
      formula: text.formula,
      inputs: text.inputs,
      command: `${queryCommand("paths", city.code)} --year ${years.last} --limit ${paths.length}`,
    },
    files: sectionFiles(profilePath(city), "paths"),
  };
}

const nameStep = ({ words, sectors, nameOf }: CityContext, { sector, city }: Step): string =>
  words.chains.step(sectors[sector] ?? sector, nameOf(city));

function tell(context: CityContext, chains: Chains): string {
  const { words, lang, after } = context;
  const text = words.chains;
  const [product] = listProducts(chains);
  const sentences: string[] = [];
  if (product && product.total > 0) {
    const [emitter] = [...ORIGIN_GROUPS].sort((a, b) => product.groups[b] - product.groups[a]);
    sentences.push(text.emitted(emitter!, share(product.groups[emitter!] / product.total, lang, 0)));
  }
  const [path] = chains.paths;
  if (path) {
    const from = nameStep(context, path.steps.at(-1)!);
    const to = path.steps.length > 1 ? nameStep(context, path.steps[0]!) : null;
    sentences.push(text.paths(chains.paths.length, share(chains.listed / after.footprint, lang), from, to));
  }
  return sentences.join(lang === "zh" ? "" : " ");
}

/** What the footprint is bought with, and through which supply chains; none where sectors are in no groups. */
export function describeChains(context: CityContext): Section[] {
  const { detail, words, lang, city, after, sectors } = context;
  const { chains } = detail;
  if (!chains) return [];
  const text = words.chains;
  const [product] = listProducts(chains);
  const heat = makeHeat(context, chains);
  const { sector, total } = product ?? { sector: "", total: 0 };
  return [
    {
      id: "chains",
      number: numberOf("chains"),
      heading: text.heading(
        sectors[sector] ?? sector,
        share(after.footprint > 0 ? total / after.footprint : 0, lang, 0),
      ),
      say: tell(context, chains),
      figures: chains.paths.length > 0 ? [heat, makeLargest(context, chains)] : [heat],
      method: heat.method!,
      files: sectionFiles(profilePath(city), "chains"),
      asides: [{ title: text.asideTitle, paragraphs: [text.aside, text.chain] }],
    },
  ];
}
