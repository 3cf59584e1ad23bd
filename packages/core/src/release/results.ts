import { z } from "zod";
import { type Stressor, stressorSchema, unitsSchema } from "../quantities/stressor.ts";
import { CAUSES, CITY_GROUPS, CLASSES, MEASURES } from "../vocabulary.ts";

export * from "../vocabulary.ts";

const name = z.strictObject({ en: z.string(), zh: z.string() });
/** Keyed by year: "2012", "2017". */
const byYear = <T extends z.ZodType>(value: T) => z.record(z.string().regex(/^\d{4}$/), value);
const byGroup = z.partialRecord(z.enum(CITY_GROUPS), z.number());
const measure = z.enum(MEASURES);
const mitigationClass = z.enum(CLASSES);

/** Where the CO₂ of a city comes from, and what became of its own total. */
export const co2SourceSchema = z.strictObject({
  /** `city-totals`: scaled to the city's own inventory; `province-intensities`: nothing published for the city. */
  kind: z.enum(["city-totals", "province-intensities"]),
  /** Years in which the scaling factor met its limit, so that the city total is not reproduced. */
  clipped: z.array(z.number().int()),
  /** Years in which the published total was set aside, being above 90 % of its province's. */
  setAside: z.array(z.number().int()),
  /** Published city total beside the model's, production plus household direct, t CO₂. */
  totals: byYear(z.strictObject({ published: z.number().nullable(), modelled: z.number() })),
});

/** Accounts of one city in one year, t CO₂ unless said otherwise. */
export const accountsSchema = z.strictObject({
  production: z.number(),
  householdDirect: z.number(),
  footprint: z.number(),
  local: z.number(),
  outsourced: z.number(),
  /** Emitted here for consumers in other cities of the table. */
  forOthers: z.number(),
  exportedAbroad: z.number(),
  /** Emitted by power plants elsewhere for what the city uses: scope 2 of the bridge; null where no sector is known as power, or in releases that are older. */
  outsourcedPower: z.number().nullable().default(null),
  byFinalUse: z.record(z.string(), z.number()),
  /** Share of foreign imports in what the city uses [1]. */
  importedShare: z.number(),
  /** Output-weighted mean distance to final use and from primary inputs [1]. */
  upstreamness: z.number(),
  downstreamness: z.number(),
});
export type Accounts = z.infer<typeof accountsSchema>;

/** One cell of the table measure × price basis. */
export const mitigationSchema = z.strictObject({
  measure,
  priceBasis: z.string(),
  /** t CO₂ for the tonne measures, t CO₂ per 10⁴ CNY for `per-demand`, 1 for `relative`; null where undefined. */
  local: z.number().nullable(),
  outsourced: z.number().nullable(),
  class: mitigationClass,
});
export type MitigationRow = z.infer<typeof mitigationSchema>;

/** What every page needs to know of every city: one row of `results/cities.json`. */
export const citySummarySchema = z.strictObject({
  code: z.string(),
  slug: z.string(),
  name,
  /** Full Chinese name with its rank, 长沙市. */
  fullNameZh: z.string(),
  province: z.strictObject({ code: z.string(), name }),
  lon: z.number(),
  lat: z.number(),
  boundaryNote: z.string().nullable(),
  /** 10⁴ CNY, current prices. */
  valueAdded: byYear(z.number()),
  /** Persons; `estimated` where no figure is published: then never used for a per-person comparison. */
  population: byYear(z.strictObject({ value: z.number(), estimated: z.boolean() })),
  co2Source: co2SourceSchema,
  type: z.strictObject({
    group: z.enum(CITY_GROUPS),
    margin: z.number(),
    borderline: z.boolean(),
    runnerUp: z.enum(CITY_GROUPS),
    z: byGroup,
    shares: byGroup,
  }),
  accounts: byYear(accountsSchema),
  /** Default measure and price basis, t CO₂. `given`: cuts here credited to other cities; `net` = given − received. */
  mitigation: z.strictObject({
    local: z.number(),
    outsourced: z.number(),
    class: mitigationClass,
    /** |W_out − W_loc|. */
    margin: z.number(),
    given: z.number(),
    net: z.number(),
    /** In how many of the measures × price bases the city has this class. */
    agreement: z.strictObject({ same: z.number().int(), of: z.number().int() }),
  }),
});
export type CitySummary = z.infer<typeof citySummarySchema>;

const flow = z.strictObject({ code: z.string(), value: z.number() });

/** What a footprint is made of: t CO₂ of one year. */
const chainsSchema = z.strictObject({
  year: z.number().int(),
  /** By the product bought, wherever it is made, and the group of sectors that emits; adds up to the footprint. */
  products: z.array(z.strictObject({ sector: z.string(), groups: byGroup })),
  /** The largest supply chains: what is bought first, the emitter last. None that is not listed is larger. */
  paths: z.array(
    z.strictObject({ steps: z.array(z.strictObject({ city: z.string(), sector: z.string() })), value: z.number() }),
  ),
  /** The listed chains together, and the size that no other exceeds. */
  listed: z.number(),
  largestLeft: z.number(),
});

/** `results/cities/<code>.json`: everything a profile shows beyond the summary. Values in t CO₂. */
export const cityResultSchema = z.strictObject({
  schema: z.literal("tributary.city/v1"),
  code: z.string(),
  /** Every origin of the footprint of each year, the city itself included, by value; split by sector group. */
  origins: byYear(z.array(z.strictObject({ code: z.string(), value: z.number(), groups: byGroup }))),
  /** The footprint of each year by origin sector, summed over origins. Sector code → t CO₂. */
  originSectors: byYear(z.record(z.string(), z.number())),
  /** Consumers for whom the city emitted in the last year, itself left out, by value. */
  consumers: z.array(flow),
  /** W[·,c] and W[c,·] without the city itself, default measure and basis, largest cut first. */
  received: z.array(flow),
  given: z.array(flow),
  mitigation: z.array(mitigationSchema),
  /** Given and net for the five tonne measures on the default basis. */
  balance: z.array(z.strictObject({ measure, given: z.number(), received: z.number(), net: z.number() })),
  /** Change of the footprint by cause; causes add up to footprint₁ − footprint₀. */
  causes: z.strictObject({
    method: z.enum(["polar", "shapley"]),
    steps: z.array(z.strictObject({ cause: z.enum(CAUSES), local: z.number(), outsourced: z.number() })),
  }),
  /** Products and supply chains behind the footprint of the last year; null where sectors are in no groups, or in releases that are older. */
  chains: chainsSchema.nullable().default(null),
  /** Codes of the peers: same type, nearest by log value added. */
  peers: z.array(z.string()),
  /** Checked bounds on what the solves leave open, t CO₂: of the footprint, and of mitigation by falls of intensity. */
  bound: z.strictObject({ footprint: byYear(z.number()), mitigation: z.number().nullable() }),
});
export type CityResult = z.infer<typeof cityResultSchema>;

/**
 * `results/sectors/<code>.json`: one sector in every region. Values by year in t CO₂, output in 10⁴ CNY; intensity is
 * `emissions / output`.
 */
export const sectorResultSchema = z.strictObject({
  schema: z.literal("tributary.sector/v1"),
  code: z.string(),
  regions: z.array(
    z.strictObject({
      code: z.string(),
      /** Emitted here by the sector, whoever consumes. */
      emissions: byYear(z.number()),
      output: byYear(z.number()),
      /** Part of the region's footprint that the sector emits, here or elsewhere; and of that, what it emits here. */
      footprint: byYear(z.number()),
      local: byYear(z.number()),
    }),
  ),
  /** The largest flows between two regions in the last year, t CO₂. */
  pairs: z.array(z.strictObject({ from: z.string(), to: z.string(), value: z.number() })),
});
export type SectorResult = z.infer<typeof sectorResultSchema>;

/** `results/provinces.json`: what provinces cause and cut for one another; rows origin, columns consumer, t CO₂. */
export const provinceFlowsSchema = z.strictObject({
  schema: z.literal("tributary.provinces/v1"),
  /** In the order of rows and columns. */
  provinces: z.array(z.strictObject({ code: z.string(), name })),
  flows: byYear(z.array(z.array(z.number()))),
  /** W of the default measure and basis; null where one year alone is accounted. */
  mitigation: z.array(z.array(z.number())).nullable(),
});
export type ProvinceFlows = z.infer<typeof provinceFlowsSchema>;

/** A region of any table: what is not known of it is null, and so is what compares two years where there is one. */
export const regionSummarySchema = citySummarySchema.extend({
  fullNameZh: z.string().nullable(),
  /** Further names, where the table has some. */
  aliases: z.array(z.string()).optional(),
  province: citySummarySchema.shape.province.nullable(),
  lon: z.number().nullable(),
  lat: z.number().nullable(),
  co2Source: co2SourceSchema.nullable(),
  type: citySummarySchema.shape.type.nullable(),
  mitigation: citySummarySchema.shape.mitigation.nullable(),
});
export type RegionSummary = z.infer<typeof regionSummarySchema>;

/** As a city's, for a region of any table. */
export const regionResultSchema = cityResultSchema.extend({ causes: cityResultSchema.shape.causes.nullable() });
export type RegionResult = z.infer<typeof regionResultSchema>;

const classCounts = z.record(mitigationClass, z.number().int());

/** Results of version 0.1.0 do not say what they are of: tonnes of whatever the table called its emissions. */
export const OLDER_STRESSOR: Stressor = { name: "emissions", unit: "t", kind: "other" };

/** `results/summary.json`: totals, shares, counts, residuals, and the comparison with the paper. */
export const runSummarySchema = z.strictObject({
  schema: z.literal("tributary.results/v1"),
  release: z.strictObject({
    id: z.string(),
    kind: z.string(),
    label: name,
    /** SHA-256 of the manifest of the release that these are the results of; absent in releases that are older. */
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
  }),
  years: z.tuple([z.number().int(), z.number().int()]),
  cities: z.number().int(),
  sectors: z.number().int(),
  measure,
  /** Price basis of the default: its id and what it is in words. */
  priceBasis: z.string(),
  priceBases: z.array(z.strictObject({ id: z.string(), label: name, note: name })),
  totals: byYear(
    z.strictObject({
      production: z.number(),
      householdDirect: z.number(),
      footprint: z.number(),
      exportedAbroad: z.number(),
      outsourcedShare: z.number(),
      outsourcedShareUnweighted: z.number(),
      outsourcedShareWithHouseholds: z.number(),
    }),
  ),
  /** Unit of money of everything that is money here. */
  units: unitsSchema.default({ flow: "money of the table" }),
  /** What all results but `stressors.csv` are of, and everything that is accounted there; the one shown first is first. */
  stressor: stressorSchema.default(OLDER_STRESSOR),
  stressors: z.array(stressorSchema).min(1).default([OLDER_STRESSOR]),
  /** In how many cities the outsourced share rose. */
  shareRose: z.number().int(),
  classCounts,
  counts: z.array(z.strictObject({ measure, priceBasis: z.string(), counts: classCounts })),
  solves: z.array(
    z.strictObject({ id: z.string(), residual: z.number(), bound: z.number().nullable(), rounds: z.number().int() }),
  ),
  /** The study's published figures, quoted as its own. */
  paper: z.strictObject({
    citation: z.string(),
    doi: z.string(),
    outsourcedShare: byYear(z.number()),
    beneficiaries: z.number().int(),
    strong: z.number().int(),
    weak: z.number().int(),
    cities: z.number().int(),
  }),
  /** Units that are not in the table, with the reason. */
  leftOut: z.array(
    z.strictObject({
      code: z.string().nullable(),
      name,
      reason: z.enum(["below-cut", "no-inventory", "no-value-added"]),
    }),
  ),
  /** Three largest outside origins of each city, for the network: indices into cities.json. */
  network: z.array(z.strictObject({ from: z.number().int(), to: z.number().int(), value: z.number() })),
});
export type RunSummary = z.infer<typeof runSummarySchema>;

/** Results of any table: of one year or two, of regions that the study did not look at. */
export const tableSummarySchema = runSummarySchema.extend({
  years: z.array(z.number().int()).min(1).max(2),
  measure: measure.nullable(),
  priceBasis: z.string().nullable(),
  shareRose: z.number().int().nullable(),
  classCounts: classCounts.nullable(),
  paper: runSummarySchema.shape.paper.nullable(),
});
export type TableSummary = z.infer<typeof tableSummarySchema>;
