import { type Axes, type FactoredRelease, type FactoredTables, FINAL_USES, type Manifest } from "@tributary/core";
import { type Baseline, openBaseline } from "@tributary/scenarios";
import { type DistanceForm, packDistances, unpackDistances } from "./pack-distances.ts";
import { packFloats, unpackFloats } from "./pack-floats.ts";
import { applyRatios, findRatios } from "./pack-ratios.ts";

/** Everything about the release that the engine or the page asks for. */
interface ModelAbout
  extends Pick<Manifest, "id" | "kind" | "label" | "years" | "priceBasis" | "priceBases" | "units" | "stressors"> {
  /** Of the release: the page and its model are of the same one. */
  hash: string;
}

/** Parts of a year that are often a fixed part of output: then one number a product stands for them. */
const PARTS = ["exports", "valueAdded"] as const;
/** Parts of a year that are stored as they are, in this order; `demand` is final use summed over its kinds. */
const WHOLE = ["technology", "supplier", "demand", "output", "emissions"] as const;

/** What stands before the bytes: how to read them. */
interface Header {
  about: ModelAbout;
  axes: Axes;
  distances: DistanceForm;
  /** Length of each block of bytes, in the order in which they follow. */
  blocks: number[];
  /** Per year, which of `PARTS` are stored as ratios. */
  ratios: Record<(typeof PARTS)[number], boolean>[];
}

/**
 * A release as the browser needs it to rebuild the model of both years at full resolution: the release less what no
 * scenario asks for. Not compressed yet.
 *
 * @param hash Of the release, as the page has it.
 */
export function encodeModelFile(manifest: Manifest, { space, tables }: FactoredRelease, hash: string): Uint8Array {
  const N = space.axes.sectors.length;
  const distances = packDistances(space.distances, space.axes.regions.length);
  const years = tables.map((table) => {
    const demand = sumUses(table.finalUse, N);
    const ratios = PARTS.map((part) => findRatios(table[part], table.output, N));
    return {
      isRatio: Object.fromEntries(PARTS.map((part, k) => [part, ratios[k] !== null])) as Header["ratios"][number],
      arrays: [
        ...WHOLE.map((field) => (field === "demand" ? demand : table[field])),
        ...PARTS.map((part, k) => ratios[k] ?? table[part]),
      ],
    };
  });
  const blocks = [distances.bytes, ...[space.friction, ...years.flatMap(({ arrays }) => arrays)].map(packFloats)];
  const { id, kind, label, priceBasis, priceBases, units, stressors } = manifest;
  return join(
    {
      about: { hash, id, kind, label, years: manifest.years, priceBasis, priceBases, units, stressors },
      axes: space.axes,
      distances: distances.form,
      blocks: blocks.map(({ length }) => length),
      ratios: years.map(({ isRatio }) => isRatio),
    },
    blocks,
  );
}

/** What a model file holds: words about it, and the model, opened when first asked for. */
export interface ModelFile {
  about: ModelAbout;
  axes: Axes;
  openBaseline(): Baseline;
}

/** Read what `encodeModelFile` wrote, after it was inflated. */
export function decodeModelFile(bytes: Uint8Array): ModelFile {
  const { header, blocks } = split(bytes);
  const { about, axes, ratios } = header;
  const [near, ...rest] = blocks;
  const arrays = rest.map(unpackFloats);
  const space = {
    axes,
    distances: unpackDistances(near!, header.distances, axes.regions.length),
    friction: arrays[0]!,
  };
  const perYear = WHOLE.length + PARTS.length;
  const tables = about.years.map((year, y) =>
    readYear(year, arrays.slice(1 + y * perYear, 1 + (y + 1) * perYear), ratios[y]!, axes.sectors.length),
  );
  return { about, axes, openBaseline: () => openBaseline(about, { space, tables }) };
}

function readYear(year: number, arrays: Float64Array[], isRatio: Header["ratios"][number], N: number): FactoredTables {
  const [technology, supplier, demand, output, emissions, ...parts] = arrays as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    ...Float64Array[],
  ];
  const [exports, valueAdded] = PARTS.map((part, k) => (isRatio[part] ? applyRatios(parts[k]!, output) : parts[k]!));
  // No scenario asks for imports or for what households emit themselves.
  const none = new Float64Array(0);
  return {
    year,
    technology,
    supplier,
    finalUse: asFirstUse(demand, N),
    exports: exports!,
    imports: none,
    output,
    valueAdded: valueAdded!,
    emissions,
    householdEmissions: none,
  };
}

/** Final use of each product whatever its kind. Shapes: R×uses×N to R×N. */
function sumUses(finalUse: Float64Array, N: number): Float64Array {
  const perRegion = FINAL_USES.length * N;
  const sums = new Float64Array(finalUse.length / FINAL_USES.length);
  for (let i = 0; i < finalUse.length; i++) sums[Math.floor(i / perRegion) * N + (i % N)]! += finalUse[i]!;
  return sums;
}

/** A table whose kinds of final use add up to `demand`: scenarios never tell them apart. Shapes: R×N to R×uses×N. */
function asFirstUse(demand: Float64Array, N: number): Float64Array {
  const finalUse = new Float64Array(demand.length * FINAL_USES.length);
  for (let r = 0; r * N < demand.length; r++)
    finalUse.set(demand.subarray(r * N, (r + 1) * N), r * FINAL_USES.length * N);
  return finalUse;
}

function join(header: Header, blocks: readonly Uint8Array[]): Uint8Array {
  const head = new TextEncoder().encode(JSON.stringify(header));
  const file = new Uint8Array(4 + head.length + blocks.reduce((sum, { length }) => sum + length, 0));
  new DataView(file.buffer).setUint32(0, head.length, true);
  file.set(head, 4);
  let at = 4 + head.length;
  for (const block of blocks) {
    file.set(block, at);
    at += block.length;
  }
  return file;
}

function split(file: Uint8Array): { header: Header; blocks: Uint8Array[] } {
  const size = new DataView(file.buffer, file.byteOffset).getUint32(0, true);
  const header: Header = JSON.parse(new TextDecoder().decode(file.subarray(4, 4 + size)));
  let at = 4 + size;
  const blocks = header.blocks.map((length) => {
    at += length;
    return file.subarray(at - length, at);
  });
  return { header, blocks };
}
